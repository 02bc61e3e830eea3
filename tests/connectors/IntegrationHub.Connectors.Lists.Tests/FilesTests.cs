namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class FilesTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Folder_is_read_in_ordinal_order_whatever_the_formats()
    {
        _folder.With("in/b.jsonl", "{\"id\":\"2\",\"email\":\"b@example.com\"}").With("in/a.csv", "id,email\n1,a@example.com\n")
            .With("in/C.vcf", "BEGIN:VCARD\nUID:3\nEND:VCARD\n").With("in/.hidden.csv", "x\ny\n").With("in/readme.md", "# no list");

        Assert.Equal(["3", "1", "2"], (await _folder.PeopleAsync(new { path = "in" })).Select(p => p.Key));
    }

    [Fact]
    public async Task Pattern_finds_files_by_name_and_in_folders_below()
    {
        _folder.With("d/p1.dat", "id\n1\n").With("d/p2.dat", "id\n2\n").With("d/e/p3.dat", "id\n3\n").With("d/q.dat", "id\n4\n");

        Assert.Equal(["1", "2"], (await _folder.PeopleAsync(new { path = "d/p?.dat" })).Select(p => p.Key));
        Assert.Equal(["3", "1", "2"], (await _folder.PeopleAsync(new { path = "d/**/p*.dat" })).Select(p => p.Key));
    }

    [Theory]
    [InlineData("nothing.csv", "does not exist")]
    [InlineData("no/such/*.csv", "does not exist")]
    [InlineData("*.dat", "No file matches")]
    [InlineData("void", "holds no list file")]
    [InlineData("empty.csv", "is empty")]
    [InlineData("blank.csv", "is empty")]
    [InlineData("book.csv", "workbook")]
    [InlineData("text.vcf", "no business card")]
    public async Task What_cannot_be_read_is_named_with_the_next_step(string path, string message)
    {
        _folder.With("void/x.md", "x").With("empty.csv", string.Empty).With("blank.csv", "\n\n").With("book.csv", "PK\u0003\u0004zip").With("text.vcf", "hello");

        var failure = await _folder.FailureAsync(new { path });

        Assert.Equal("path", failure.Setting);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Format_is_told_from_the_text_where_the_name_does_not_say()
    {
        _folder.With("a.txt", "BEGIN:VCARD\nUID:1\nEND:VCARD\n").With("b.txt", "{\"id\":\"2\"}\n").With("c.txt", "id;x\n3;y\n");

        Assert.Equal(["1", "2", "3"], (await _folder.PeopleAsync(new { path = "*.txt" })).Select(p => p.Key));
    }

    [Fact]
    public async Task Check_says_what_it_found_and_what_deserves_a_look()
    {
        _folder.With("p.csv", "id;first name;email\n1;Ada;\n1;Alan;\n2;Grace;;x\n");

        var result = await _folder.CheckAsync(new { path = "p.csv", mapping = """{ "key": "id", "columns": { "first name": "name.given", "email": "email" } }""" });

        Assert.Equal("p.csv (CSV, semicolon, utf-8, 3 columns): 2 of the first 3 records can be read. Mapping: id -> key, first name -> name.given, email -> email.", result.Message);
        Assert.Equal(
            [
                "p.csv: 1 of the first records have the key of another; the later one replaces the earlier.",
                "p.csv: 1 of the first records would be set aside. The first: Row at line 4 of p.csv: it has 4 values; expected 3.",
                "p.csv: no value in the first rows of 'email'.",
            ],
            result.Warnings);
    }

    [Fact]
    public void Settings_are_described_for_forms_and_command_lines()
    {
        var description = new ListFileConnector().Describe();

        Assert.Equal("list-file", description.Id);
        Assert.True(description.IsPull);
        Assert.Equal(
            ["path", "mapping", "region", "deduplicated", "format", "delimiter", "encoding", "hasHeader", "sheet", "list", "supplier", "licence", "lawfulBasis", "obtainedAt", "kind", "channels", "settleSeconds", "keepGone", "user", "password", "endpoint", "s3Region", "keyFile", "knownHosts", "allowPlainHttp"],
            description.Settings.Settings.Select(s => s.Name));
        Assert.Equal("US", description.Settings.Find("region")!.Default);
    }
}
