namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class JsonlTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Paths_arrays_numbers_and_flags_are_read_with_a_mapping()
    {
        _folder.With("p.jsonl", """
            {"id":7,"name":{"first":"Ada"},"emails":["a@example.com","b@example.com"],"addresses":[{"city":"London"},{"street":"B St","city":"Paris"}],"waist":38.50,"owner":true,"tags":["x","y"]}
            """);

        var person = Assert.Single(await _folder.PeopleAsync(new
        {
            path = "p.jsonl",
            mapping = """
                { "key": "id", "columns": { "name.first": "name.given", "emails": "email", "addresses.street": "address.line1",
                  "addresses.city": "address.locality", "waist": "attribute:waist", "owner": "attribute:owner", "tags": "attribute:tags" } }
                """,
        }));

        Assert.Equal(
            "7: name.given=Ada | email=a@example.com | email=b@example.com | address.line1[1]=B St | address.locality=London | address.locality[1]=Paris | attribute:waist=38.50 | attribute:owner=true | attribute:tags=x, y",
            person.Summary());
        Assert.Equal(FieldKind.Number, person.Fields.Single(f => f.Field == "attribute:waist").Kind);
        Assert.Equal(FieldKind.Boolean, person.Fields.Single(f => f.Field == "attribute:owner").Kind);
    }

    [Fact]
    public async Task Mapping_is_proposed_from_the_paths()
    {
        _folder.With("p.ndjson", """
            {"customer_id":"c1","firstName":"Ada","address":{"city":"London","zip":"1"},"shoe":{"size":38}}
            {"customer_id":"c2","firstName":"Alan","phone":"+1 202 555 0143"}
            """);

        var people = await _folder.PeopleAsync(new { path = "p.ndjson" });

        Assert.Equal("c1: name.given=Ada | address.locality=London | address.postalCode=1 | attribute:shoeSize=38", people[0].Summary());
        Assert.Equal("c2: name.given=Alan | phone=+1 202 555 0143", people[1].Summary());
    }

    [Fact]
    public async Task Broken_line_is_set_aside_with_its_number_and_the_rest_is_read()
    {
        _folder.With("p.jsonl", "{\"id\":\"1\",\"email\":\"a@example.com\"}\n\n{\"id\":\"2\",\n[1]\n{\"id\":\"\\ud800\"}\n" + $"{{\"id\":\"{new string('x', 2_000_000)}\"}}\n" + "{\"id\":\"6\"}");

        var messages = await _folder.ReadAsync(new { path = "p.jsonl", mapping = """{ "key": "id", "columns": { "email": "email" } }""" });

        Assert.Equal(["1", "6"], messages.OfType<PersonRecord>().Select(p => p.Key));
        var rejected = messages.OfType<RejectedRecord>().ToList();
        Assert.Equal(["Line 3 ", "Line 4 ", "Line 5 ", "Line 6 "], rejected.Select(r => r.Reason[..7]));
        Assert.Equal("{\"id\":\"2\",", rejected[0].Raw);
    }

    [Fact]
    public async Task Json_file_that_is_no_array_is_read_as_lines()
    {
        _folder.With("p.json", "{\"id\":1,\"email\":\"a@example.com\"}\n{\"id\":2,\"email\":\"b@example.com\"}\n");

        Assert.Equal(["1", "2"], (await _folder.PeopleAsync(new { path = "p.json" })).Select(p => p.Key));
    }
}
