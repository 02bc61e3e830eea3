namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class JsonArrayTests : IDisposable
{
    private const string Mapping = """{ "key": "id", "columns": { "email": "email" } }""";

    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Array_of_objects_is_read_with_a_proposed_mapping()
    {
        _folder.With("p.json", """

             [ {"customer_id":"c1","firstName":"Ada","address":{"city":"London, [W1]"},"tags":["x",{"y":"}"}]},
               {"customer_id":"c2","firstName":"Al\"an\\"} ]

            """);

        var people = await _folder.PeopleAsync(new { path = "*.json" });

        Assert.Equal("c1: name.given=Ada | address.locality=London, [W1] | attribute:tags=x | attribute:tagsY=}", people[0].Summary());
        Assert.Equal("Al\"an\\", people[1].Value("name.given"));
        Assert.Contains("JSON array", (await _folder.CheckAsync(new { path = "p.json" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_item_is_set_aside_with_its_number_and_the_rest_is_read()
    {
        var large = $$"""{"id":"4","text":"{{new string('x', 3_000_000)}}"}""";
        _folder.With("p.json", $$"""[{"id":"1"},{"id":},7,{{large}},null,{"id":"6"},]""");

        var messages = await _folder.ReadAsync(new { path = "p.json", mapping = Mapping });

        Assert.Equal(["1", "6"], messages.OfType<PersonRecord>().Select(p => p.Key));
        var rejected = messages.OfType<RejectedRecord>().ToList();
        Assert.Equal(["Item 2 ", "Item 3 ", "Item 4 ", "Item 5 "], rejected.Select(r => r.Reason[..7]));
        Assert.Equal(["""{"id":}""", "7"], rejected.Take(2).Select(r => r.Raw));
        Assert.StartsWith("""{"id":"4","text":"xxx""", rejected[2].Raw, StringComparison.Ordinal);
        Assert.InRange(rejected[2].Raw!.Length, 1_000, 70_000);
    }

    [Theory]
    [InlineData("""[{"id":"1"}""", "ends before the array does")]
    [InlineData("""[{"id":"1"},{"id":"2""", "ends before the array does")]
    [InlineData("""[{"id":"1"},""", "ends before the array does")]
    [InlineData("""[{"id":"1"}] [{"id":"2"}]""", "behind the end")]
    public async Task File_that_is_not_one_whole_array_says_so_once(string text, string reason)
    {
        _folder.With("p.json", text);

        var messages = await _folder.ReadAsync(new { path = "p.json", mapping = Mapping });

        Assert.Equal("1", Assert.Single(messages.OfType<PersonRecord>()).Key);
        Assert.Contains(reason, Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,2,3]")]
    public async Task Array_without_objects_is_refused(string text)
    {
        _folder.With("p.json", text);

        Assert.Contains("array of objects", (await _folder.FailureAsync(new { path = "p.json" })).NextStep, StringComparison.Ordinal);
    }
}
