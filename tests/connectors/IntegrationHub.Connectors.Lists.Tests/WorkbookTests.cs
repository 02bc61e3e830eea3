namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class WorkbookTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cells_are_read_as_the_sheet_shows_them()
    {
        With(new Workbook().Sheet("People",
        [
            ["Our customers, spring"],
            ["ID", "First Name", "Zip", "Phone", "SSN", "Date of birth", "Seen", "Spent", "Share", "Active", "Email"],
            [1001.0, "Zoë", (501.0, "00000"), (2025550143.0, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####"), (78051120.0, "000\\-00\\-0000"),
                (29580.0, "yyyy\\-mm\\-dd"), (45292.5, "m/d/yy h:mm"), (1234.5, "#,##0.00"), (0.25, "0%"), true, ("A1&amp;\"x\"", "zoe@example.com")],
            [null, null],
            [1002.0, "Ada", 94110.0, "+44 20 7946 0018", null, null, null, 0.1, null, false, null],
        ]));

        var people = await _folder.PeopleAsync(new { path = "p.xlsx" });

        Assert.Equal(["1001", "1002"], people.Select(p => p.Key));
        Assert.Equal(
            "name.given=Zoë | address.postalCode=00501 | phone=(202) 555-0143 | identifier:ssn=078-05-1120 | birthDate=1980-12-25 | attribute:seen=2024-01-01T12:00:00"
            + " | attribute:spent=1234.50 | attribute:share=25% | attribute:active=true | email=zoe@example.com",
            people[0].Text());
        Assert.Equal("name.given=Ada | address.postalCode=94110 | phone=+44 20 7946 0018 | attribute:spent=0.1 | attribute:active=false", people[1].Text());
    }

    [Fact]
    public async Task Sheet_is_chosen_by_name_or_number_and_hidden_ones_are_passed_over()
    {
        With(new Workbook()
            .Sheet("Codes", [["id", "first name"], ["0", "Hidden"]], isHidden: true)
            .Sheet("Empty", [])
            .Sheet("New", [["id", "first name"], ["1", "Ada"]])
            .Sheet("Old", [["id", "first name"], ["2", "Alan"]]));

        Assert.Equal("1", Assert.Single(await _folder.PeopleAsync(new { path = "p.xlsx" })).Key);
        Assert.Equal("2", Assert.Single(await _folder.PeopleAsync(new { path = "p.xlsx", sheet = "old" })).Key);
        Assert.Equal("0", Assert.Single(await _folder.PeopleAsync(new { path = "p.xlsx", sheet = "1" })).Key);
        var failure = await _folder.FailureAsync(new { path = "p.xlsx", sheet = "5" });
        Assert.Equal("sheet", failure.Setting);
        Assert.Contains("'New', 'Old'", failure.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_without_its_key_is_set_aside_with_its_number()
    {
        With(new Workbook().Sheet("People", [["id", "first name"], ["1", "Ada"], [null, "Alan"], ["3", "Grace"]]));

        var messages = await _folder.ReadAsync(new { path = "p.xlsx", mapping = """{"key":"id","columns":{"first name":"name.given"}}""" });

        var rejected = Assert.Single(messages.OfType<RejectedRecord>());
        Assert.Equal("Row 3 of p.xlsx: the key column 'id' is empty; expected a value.", rejected.Reason);
        Assert.Contains("Alan", rejected.Raw, StringComparison.Ordinal);
        Assert.Equal(["1", "3"], messages.OfType<PersonRecord>().Select(p => p.Key));
    }

    [Fact]
    public async Task Workbook_of_the_nineties_is_read()
    {
        _folder.With("old.xls", OldWorkbook.Of("Gäste", [["id", "first name", "zip"], ["1", "Zoë", 501.0], ["2", "Ada", 94110.0]]));

        var people = await _folder.PeopleAsync(new { path = "old.xls" });

        Assert.Equal(["1: name.given=Zoë | address.postalCode=501", "2: name.given=Ada | address.postalCode=94110"], people.Select(p => p.Summary()));
    }

    [Fact]
    public async Task Text_that_calls_itself_a_workbook_is_read_as_text()
    {
        _folder.With("export.xls", "id\tfirst name\n1\tAda\n");

        Assert.Equal("name.given=Ada", Assert.Single(await _folder.PeopleAsync(new { path = "export.xls" })).Text());
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and nothing more")]
    [InlineData("no workbook at all")]
    public async Task Damaged_workbook_is_named_with_the_way_out(string text)
    {
        _folder.With("p.xlsx", text);

        Assert.Contains("p.xlsx", (await _folder.FailureAsync(new { path = "p.xlsx", format = "xlsx" })).Message, StringComparison.Ordinal);
    }

    private void With(Workbook workbook) => _folder.With("p.xlsx", workbook.ToBytes());
}
