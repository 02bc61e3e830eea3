using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class MappingTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mapping_may_be_an_object_a_text_or_a_path()
    {
        const string Mapping = """{ "key": "rec_id", "columns": { "given_name": "name.given", "soc_sec_id": "identifier:ssn" } }""";
        _folder.With("p.csv", "rec_id,given_name,soc_sec_id,other\nr1,ada,123,x\n").With("crm.json", Mapping);

        foreach (var mapping in new JToken[] { JObject.Parse(Mapping), Mapping, "crm.json" })
        {
            Assert.Equal(
                "r1: name.given=ada | identifier:ssn=123",
                Assert.Single(await _folder.PeopleAsync(new { path = "p.csv", mapping })).Summary());
        }
    }

    [Fact]
    public async Task Columns_that_feed_one_field_are_joined_or_repeated_in_the_order_of_the_file()
    {
        _folder.With("p.csv", "number,street,mail1,mail2,y,m,d,t1,t2\n12,High St,a@example.com,b@example.com,1980,03,22,x,y\n,Low St,,c@example.com,,,,,z\n");

        var people = await _folder.PeopleAsync(new
        {
            path = "p.csv",
            mapping = """
                { "columns": { "street": "address.line1", "number": "address.line1", "mail2": "email", "mail1": "email",
                  "y": "birthDate", "m": "birthDate", "d": "birthDate", "t1": "attribute:tags", "t2": "attribute:tags" } }
                """,
        });

        Assert.Equal("address.line1=12 High St | email=a@example.com | email=b@example.com | birthDate=1980-03-22 | attribute:tags=x, y", people[0].Text());
        Assert.Equal("address.line1=Low St | email=c@example.com | attribute:tags=z", people[1].Text());
    }

    [Fact]
    public async Task Second_address_goes_to_its_own_group_and_a_column_may_feed_two_fields()
    {
        _folder.With("p.csv", "id,home,work\n7,A St,B St\n");

        var person = Assert.Single(await _folder.PeopleAsync(new
        {
            path = "p.csv",
            mapping = """{ "key": "id", "columns": { "id": "identifier:crm", "home": "address.line1", "work": [{ "field": "address.line1", "group": 1 }, "attribute:office"] } }""",
        }));

        Assert.Equal("7: identifier:crm=7 | address.line1=A St | address.line1[1]=B St | attribute:office=B St", person.Summary());
    }

    [Fact]
    public async Task Key_may_be_several_columns_and_never_mixes_up_two_rows()
    {
        _folder.With("p.csv", "a;b;first name\nx|y;z;1\nx;y|z;2\n;z;3\n");

        var messages = await _folder.ReadAsync(new { path = "p.csv", mapping = """{ "key": ["a", "b"], "columns": { "first name": "name.given" } }""" });

        Assert.Equal([@"x\|y|z", @"x|y\|z"], messages.OfType<PersonRecord>().Select(p => p.Key));
        Assert.Contains("key column", Assert.Single(messages.OfType<RejectedRecord>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_equal_contents_have_equal_keys_whatever_the_order()
    {
        _folder.With("a.csv", "first name,last name,note\nAda,Lovelace,x\nAlan,Turing,\n").With("b.csv", "first name,last name,note\nAlan,Turing,\nAda,Lovelace,y\n");

        var a = await _folder.PeopleAsync(new { path = "a.csv" });
        var b = await _folder.PeopleAsync(new { path = "b.csv" });

        Assert.Equal(a[1].Key, b[0].Key);
        Assert.NotEqual(a[0].Key, b[1].Key);
        Assert.Matches("^row-[0-9a-f]{32}$", a[0].Key);
    }

    [Fact]
    public async Task Filter_keeps_the_rows_of_one_source_in_a_file_of_several()
    {
        _folder.With("p.csv", "id,source\n1,CRM\n2,SHOP\n3,crm\n4,MAIL\n5,CRM \n");

        string[] Keys(List<PersonRecord> people) => [.. people.Select(p => p.Key)];

        Assert.Equal(["1", "5"], Keys(await _folder.PeopleAsync(new { path = "p.csv", mapping = """{ "key": "id", "filter": { "source": "CRM" }, "columns": { "source": "attribute:s" } }""" })));
        Assert.Equal(["2", "4"], Keys(await _folder.PeopleAsync(new { path = "p.csv", mapping = """{ "key": "id", "filter": { "source": ["SHOP", "MAIL"] }, "columns": { "source": "attribute:s" } }""" })));
    }

    [Fact]
    public async Task Updated_deleted_consent_and_list_are_understood()
    {
        _folder.With("p.csv", "id,changed,gone,mail,club\n1,2024-03-02T10:00:00Z,no,opt-in,gold\n2,,yes,,\n3,,2024-01-01,,\n4,,perhaps,,\n5,02/03/2024 10:00,0,opt-out,\n");

        var messages = await _folder.ReadAsync(new
        {
            path = "p.csv",
            region = "DE",
            mapping = """{ "key": "id", "columns": { "changed": "updatedAt", "gone": "deleted", "mail": "consent:email/marketing", "club": "list:members" } }""",
        });

        Assert.Equal(
            ["1: consent:email/marketing=opt-in | list:members=gold", "2: deleted", "3: deleted"],
            messages.Take(3).Select(m => m.Summary()));
        Assert.Contains("'gone' says neither yes nor no", ((RejectedRecord)messages[3]).Reason, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 10, 0, 0, TimeSpan.Zero), ((PersonRecord)messages[0]).UpdatedAt);
        Assert.Equal(((PersonRecord)messages[0]).UpdatedAt, ((PersonRecord)messages[4]).UpdatedAt);
    }

    [Theory]
    [InlineData("""{ "columns": { "frist": "name.given" } }""", "'frist' of the mapping is not in 'p.csv'", "'first'")]
    [InlineData("""{ "columns": { "first": "name.givn" } }""", "'name.givn', which is not a field", "'name.given'")]
    [InlineData("""{ "key": "no", "columns": { "first": "name.given" } }""", "'no'", "columns")]
    [InlineData("""{ "columns": { "first": "consent:email" } }""", "lacks channel or purpose", "consent:email/marketing")]
    [InlineData("""{ "columns": { "first": { "field": "email", "group": 1 } } }""", "gives a group to 'email'", "Only address fields")]
    [InlineData("""{ "columns": { "first": "deleted" } }""", "has no key", "'key'")]
    [InlineData("""{ "columns": { "first": "email" }, "filtre": {} }""", "no part 'filtre'", "'filter'")]
    [InlineData("""{ "columns": { "first": "email", "first": "phone" } }""", "names a column twice", "Expected")]
    [InlineData("""{ "key": "id" }""", "names no columns", "Expected")]
    [InlineData("missing.json", "'missing.json' does not exist", "Give the path")]
    public async Task Mistake_in_the_mapping_is_named_with_the_next_step(string mapping, string message, string nextStep)
    {
        _folder.With("p.csv", "id,first\n1,Ada\n");

        var failure = await _folder.FailureAsync(new { path = "p.csv", mapping });

        Assert.Equal("mapping", failure.Setting);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains(nextStep, failure.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_mapping_only_what_it_names_is_read()
    {
        _folder.With("p.csv", "id,email,secret\n1,a@example.com,x\n");

        Assert.Equal("1: email=a@example.com", Assert.Single(await _folder.PeopleAsync(new { path = "p.csv", mapping = """{ "key": "ID", "columns": { "Email": "email" } }""" })).Summary());
    }

    [Fact]
    public async Task Cell_with_several_values_gives_each()
    {
        _folder.With("p.csv", "id,E-mail 1 - Value,Phone 1 - Value,mail\n1,a@example.com ::: b@example.com,+1 202 555 0101 ::: +1 202 555 0102,c@example.com; d@example.com\n");

        var person = Assert.Single(await _folder.PeopleAsync(new { path = "p.csv" }));

        Assert.Equal(["a@example.com", "b@example.com", "c@example.com", "d@example.com"], person.Values("email"));
        Assert.Equal(2, person.Values("phone").Length);
    }
}
