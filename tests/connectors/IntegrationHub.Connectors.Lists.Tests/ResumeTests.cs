using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class ResumeTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("utf16")]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData("vcf")]
    [InlineData("ldif")]
    [InlineData("xlsx")]
    public async Task Cut_anywhere_and_gone_on_with_reads_the_same_records(string kind)
    {
        Write(kind);
        var settings = new { path = "in" };
        var whole = await _folder.ReadAsync(settings);
        var expected = Records(whole);
        Assert.True(whole.OfType<Checkpoint>().Count() >= 4);

        for (var cut = 1; cut < whole.Count; cut += 3_907)
        {
            var first = await _folder.ReadAsync(settings, messagesMax: cut);
            var kept = first.FindLastIndex(m => m is Checkpoint);
            var state = kept < 0 ? null : ((Checkpoint)first[kept]).State;

            var rest = await _folder.ReadAsync(settings, state: state);

            Assert.Equal(expected, Records([.. first.Take(kept + 1), .. rest]));
            Assert.IsType<StreamCompleted>(rest[^1]);
        }
    }

    [Fact]
    public async Task File_that_changed_since_the_checkpoint_is_started_again()
    {
        Write("csv");
        var first = await _folder.ReadAsync(new { path = "in" }, messagesMax: 5_001);
        _folder.With("in/a.csv", "id,first name\nnew,Ada\n");

        var rest = await _folder.ReadAsync(new { path = "in" }, state: ((Checkpoint)first[^1]).State);

        Assert.Equal("new", rest.OfType<PersonRecord>().First().Key);
    }

    [Fact]
    public async Task Incremental_read_passes_over_files_that_did_not_change()
    {
        _folder.With("in/a.csv", "id\n1\n").With("in/b.csv", "id\n2\n");
        var state = StateOf(await _folder.ReadAsync(new { path = "in" }, SyncMode.Incremental));
        _folder.With("in/b.csv", "id\n2\n3\n").With("in/c.csv", "id\n4\n");

        var second = await _folder.ReadAsync(new { path = "in" }, SyncMode.Incremental, state);
        var third = await _folder.ReadAsync(new { path = "in" }, SyncMode.Incremental, StateOf(second));

        Assert.Equal(["2", "3", "4"], second.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Equal(["Checkpoint", "StreamCompleted"], third.Select(m => m.Summary()));
    }

    [Fact]
    public async Task Other_mapping_reads_every_file_again()
    {
        _folder.With("a.csv", "id,x\n1,y\n");
        var state = StateOf(await _folder.ReadAsync(new { path = "a.csv" }, SyncMode.Incremental));

        var second = await _folder.ReadAsync(new { path = "a.csv", mapping = """{ "key": "x", "columns": { "id": "attribute:id" } }""" }, SyncMode.Incremental, state);

        Assert.Equal("y", Assert.Single(second.OfType<PersonRecord>()).Key);
    }

    [Fact]
    public async Task State_stays_small_with_thousands_of_files_and_a_cut_run_goes_on()
    {
        for (var i = 0; i < 1_200; i++)
        {
            _folder.With($"in/person-{i:D6}.vcf", string.Concat(Enumerable.Range(0, 5).Select(j => $"BEGIN:VCARD\nVERSION:3.0\nUID:{i}-{j}\nEND:VCARD\n")));
        }

        var first = await _folder.ReadAsync(new { path = "in" }, messagesMax: 5_001);
        var rest = await _folder.ReadAsync(new { path = "in" }, state: StateOf(first));
        var again = await _folder.ReadAsync(new { path = "in" }, SyncMode.Incremental, StateOf(rest));

        Assert.InRange(StateOf(first).ToString(Newtonsoft.Json.Formatting.None).Length, 1, 1_000);
        Assert.Equal(1_000, rest.OfType<PersonRecord>().Count());
        Assert.Equal(6_000, again.OfType<PersonRecord>().Count());
    }

    [Fact]
    public async Task Later_file_has_the_last_word_on_a_key()
    {
        _folder.With("in/1.csv", "id,first name\n7,Old\n").With("in/2.csv", "id,first name\n7,New\n");

        Assert.Equal("New", (await _folder.PeopleAsync(new { path = "in" })).Last(p => p.Key == "7").Value("name.given"));
    }

    private static JToken StateOf(List<Message> messages) => messages.OfType<Checkpoint>().Last().State;

    // One text, because comparing long collections item by item takes seconds.
    private static string Records(IEnumerable<Message> messages) =>
        string.Join('\n', messages.Where(m => m is not (Checkpoint or StreamCompleted)).Select(m => m.Summary()));

    // Two files with quoted line breaks, set-aside rows and letters beyond ASCII.
    private void Write(string kind)
    {
        for (var file = 0; file < 2; file++)
        {
            var start = file * 20_000;
            var numbers = Enumerable.Range(start, 8_000);
            var name = file == 0 ? "a" : "b";
            _ = kind switch
            {
                "jsonl" => _folder.With($"in/{name}.jsonl", string.Concat(numbers.Select(i => i % 997 == 3 ? "{broken\r\n" : $"{{\"id\":\"{i}\",\"first\":\"Zoë\"}}\r\n"))),
                "json" => _folder.With($"in/{name}.json", "[\r\n" + string.Join(",\r\n ", numbers.Select(Item)) + "\r\n]"),
                "ldif" => _folder.With($"in/{name}.ldif", string.Concat(numbers.Select(i => $"{(i % 997 == 3 ? string.Empty : $"dn: uid={i},\r\n  dc=example\r\n")}sn: Zoë\r\n\r\n"))),
                "xlsx" => _folder.With($"in/{name}.xlsx", new Workbook().Sheet("s", [["id", "first name"], .. numbers.Select(i => new object?[] { i % 997 == 3 ? null : $"{i}", "Zoë" })]).ToBytes()),
                "vcf" => _folder.With($"in/{name}.vcf", string.Concat(numbers.Select(i => $"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{i}\r\nFN:Zoë \r\n Sm{(i % 997 == 3 ? "\r\n" : "ith\r\nEND:VCARD\r\n")}"))),
                _ => _folder.With(
                    $"in/{name}.csv",
                    "id,first name,note\r\n" + string.Concat(numbers.Select(i => i % 997 == 3 ? $"{i},\"stray\r\n" : i % 5 == 0 ? $"{i},Zoë,\"two\r\nlines\"\r\n" : $"{i},Zoë,€\r\n")),
                    kind == "utf16" ? new System.Text.UnicodeEncoding(false, true) : null),
            };
        }
    }

    private static string Item(int number) =>
        number % 997 == 3 ? "{broken}" : $$"""{"id":"{{number}}","first":"Zoë \"Z\" ]} "}""";
}
