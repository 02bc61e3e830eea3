using System.Text;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class CsvTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Delimiter_is_told_from_the_text(string delimiter)
    {
        _folder.With("p.csv", "id,first name,note\n1,Ada,\"a, b; c\"\n2,Alan,\"d|e\tf\"\n".Replace(",", delimiter, StringComparison.Ordinal));

        var people = await _folder.PeopleAsync(new { path = "p.csv" });

        Assert.Equal(["1", "2"], people.Select(p => p.Key));
        Assert.Equal("Ada", people[0].Value("name.given"));
        Assert.Equal("d|e\tf".Replace(",", delimiter, StringComparison.Ordinal), people[1].Value("attribute:note"));
    }

    [Fact]
    public async Task Delimiter_may_be_any_character()
    {
        _folder.With("p.txt", "id^first name\n1^A,B\n");

        Assert.Equal("A,B", Assert.Single(await _folder.PeopleAsync(new { path = "p.txt", delimiter = "^" })).Value("name.given"));
    }

    [Fact]
    public async Task Line_that_names_the_separator_is_obeyed_and_no_record()
    {
        _folder.With("p.csv", "sep=|\r\nid|last name\r\n1|O;O,O\r\n");

        Assert.Equal("1: name.family=O;O,O", Assert.Single(await _folder.PeopleAsync(new { path = "p.csv" })).Summary());
    }

    [Fact]
    public async Task Quoted_values_keep_line_breaks_quotes_and_delimiters()
    {
        _folder.With("p.csv", "id,note\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n2,plain\r\n");

        var people = await _folder.PeopleAsync(new { path = "p.csv" });

        Assert.Equal("two\r\nlines, \"quoted\"", people[0].Value("attribute:note"));
        Assert.Equal("plain", people[1].Value("attribute:note"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("windows-1252", false)]
    public async Task Encoding_is_told_from_the_bytes(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes("id,Straße,Vorname\n1,Größe 3 – ß,Zoë\n");
        _folder.With("p.csv", withMark ? [.. encoding.GetPreamble(), .. bytes] : bytes);

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "p.csv" }));

        Assert.Equal("address.line1=Größe 3 – ß | name.given=Zoë", person.Text());
        Assert.Equal("1", person.Key);
    }

    [Fact]
    public async Task One_wrong_byte_far_into_the_file_makes_the_whole_file_windows_1252()
    {
        var filler = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},Zoe\n"));
        _folder.With("p.csv", [.. Encoding.UTF8.GetBytes("id,first name\n" + filler + "last,Zo"), 0xEB, (byte)'\n']);

        Assert.Equal("Zoë", (await _folder.PeopleAsync(new { path = "p.csv" }))[^1].Value("name.given"));
    }

    [Fact]
    public async Task Character_cut_in_two_by_a_block_is_still_utf_8()
    {
        var text = "id,first name\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},é€😀\n"));
        _folder.With("p.csv", text);

        var people = await _folder.PeopleAsync(new { path = "p.csv" });

        Assert.Equal(40_000, people.Count);
        Assert.All(people, p => Assert.Equal("é€😀", p.Value("name.given")));
    }

    [Fact]
    public async Task Ragged_row_is_set_aside_with_line_and_text_and_the_rest_is_read()
    {
        _folder.With("p.csv", "id,first name,last name\n1,Ada,Lovelace\n\n2,Alan\n3,Grace,Hopper,extra\n4,Edsger,Dijkstra\n");

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal(["1", "4"], messages.OfType<PersonRecord>().Select(p => p.Key));
        var rejected = messages.OfType<RejectedRecord>().ToList();
        Assert.Equal("Row at line 4 of p.csv: it has 2 values; expected 3.", rejected[0].Reason);
        Assert.Equal("2,Alan", rejected[0].Raw);
        Assert.Equal("Row at line 5 of p.csv: it has 4 values; expected 3.", rejected[1].Reason);
        Assert.IsType<StreamCompleted>(messages[^1]);
    }

    [Fact]
    public async Task Empty_values_beyond_the_last_column_do_no_harm()
    {
        _folder.With("p.csv", "id,first name\n1,Ada,,\n,,,\n2,Alan\n");

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal(["1: name.given=Ada", "2: name.given=Alan", "Checkpoint", "StreamCompleted"], messages.Select(m => m.Summary()));
    }

    [Theory]
    [InlineData("2,\"Alan,x\n3,Grace,y\n4,Edsger,z\n")] // never closed
    [InlineData("2,Alan,\"x\n3,Grace,y\n4,Edsger,z\n")] // in the last column, so the number of values fits
    [InlineData("2,Alan,\"x\n3,Grace,y\n4,Edsger,\"z\"\n")] // closed by the next quoted value
    public async Task Stray_quotation_mark_costs_its_own_line_only(string rows)
    {
        _folder.With("p.csv", "id,first name,note\n1,Ada,a\n" + rows);

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal(["1", "3", "4"], messages.OfType<PersonRecord>().Select(p => p.Key));
        var rejected = Assert.Single(messages.OfType<RejectedRecord>());
        Assert.StartsWith("Row at line 3 of p.csv: a quotation mark", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal(rows.Split('\n')[0], rejected.Raw);
    }

    [Fact]
    public async Task Quotation_mark_never_closed_in_a_big_file_costs_its_own_line_only()
    {
        var text = new StringBuilder("id,first name,note\n");
        for (var i = 0; i < 120_000; i++)
        {
            text.Append(i).Append(i == 1000 ? ",\"Ada,x\n" : ",Ada,xxxxxxxx\n");
        }

        _folder.With("p.csv", text.ToString());

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal(119_999, messages.OfType<PersonRecord>().Count());
        Assert.Contains("line 1002 ", Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_value_is_set_aside_and_its_text_is_cut()
    {
        _folder.With("p.csv", $"id,note\n1,{new string('x', 3_000_000)}\n2,{new string('y', 1_100_000)}\n3,short\n");

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal("3", Assert.Single(messages.OfType<PersonRecord>()).Key);
        var rejected = messages.OfType<RejectedRecord>().ToList();
        Assert.Equal(2, rejected.Count);
        Assert.Contains("line 2 of p.csv: it is longer than 1048576 bytes", rejected[0].Reason, StringComparison.Ordinal);
        Assert.Equal(64 * 1024, rejected[0].Raw!.Length);
    }

    [Fact]
    public async Task Nul_character_is_set_aside_not_passed_on()
    {
        _folder.With("p.csv", "id,first name\n1,A\0da\n2,Alan\n");

        var messages = await _folder.ReadAsync(new { path = "p.csv" });

        Assert.Equal("2", Assert.Single(messages.OfType<PersonRecord>()).Key);
        Assert.Contains("NUL", Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_line_without_an_end_is_a_row()
    {
        _folder.With("p.csv", "id,first name\n1,Ada\n2,Alan");

        Assert.Equal(2, (await _folder.PeopleAsync(new { path = "p.csv" })).Count);
    }

    [Fact]
    public async Task Column_names_that_come_twice_are_numbered()
    {
        _folder.With("p.csv", "id,tag,Tag,tag 2\n1,a,b,c\n");

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "p.csv", mapping = "{'key':'id','columns':{'tag':'attribute:a','Tag 3':'attribute:b','tag 2':'attribute:c'}}".Replace('\'', '"') }));

        Assert.Equal("attribute:a=a | attribute:b=b | attribute:c=c", person.Text());
    }

    [Fact]
    public async Task Notes_before_the_table_are_passed_over()
    {
        // The way LinkedIn writes Connections.csv; the people are made up.
        _folder.With(
            "Connections.csv",
            "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
            + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + "Ada,Example,https://www.example.com/in/ada,,Engines Ltd,Engineer,15 Jan 2024\n"
            + "Alan,Sample,https://www.example.com/in/alan,alan@example.com,Machines,Director,3 Feb 2023\n");

        var people = await _folder.PeopleAsync(new { path = "Connections.csv" });

        Assert.Equal(
            "name.given=Ada | name.family=Example | url=https://www.example.com/in/ada | identifier:linkedin=https://www.example.com/in/ada | organization=Engines Ltd | jobTitle=Engineer | attribute:connectedOn=15 Jan 2024",
            people[0].Text());
        Assert.Equal("alan@example.com", people[1].Value("email"));
    }

    [Fact]
    public async Task File_without_a_header_has_numbered_columns()
    {
        _folder.With("p.csv", "ada@example.com,Ada\nalan@example.com,Alan\ngrace@example.com,Grace\n");

        var people = await _folder.PeopleAsync(new { path = "p.csv", hasHeader = false });

        Assert.Equal("email=ada@example.com | attribute:column2=Ada", people[0].Text());
        Assert.Equal(3, people.Count);
    }
}
