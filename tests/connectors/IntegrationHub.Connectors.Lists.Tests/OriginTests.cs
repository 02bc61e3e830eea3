namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class OriginTests : IDisposable
{
    private readonly ListFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_record_says_which_list_it_is_of_and_by_what_right()
    {
        _folder.With("in/spring.csv", "id,first name\n1,Ada\n").With("in/autumn.vcf", "BEGIN:VCARD\nUID:2\nFN:Alan\nEND:VCARD\n");

        var people = await _folder.PeopleAsync(new
        {
            path = "in",
            list = "fair-{file}",
            supplier = "Example Data Ltd",
            licence = "one year",
            lawfulBasis = "legitimateInterests",
            obtainedAt = "2024-05-31",
        });

        const string Rest = "attribute:listSupplier=Example Data Ltd | attribute:listLicence=one year | attribute:listLawfulBasis=legitimateInterests | attribute:listObtainedAt=2024-05-31";
        Assert.Equal($"name.full=Alan | {Rest} | list:fair-autumn=true", people[0].Text());
        Assert.Equal($"name.given=Ada | {Rest} | list:fair-spring=true", people[1].Text());
    }

    [Fact]
    public async Task Key_made_from_the_contents_does_not_change_with_the_licence()
    {
        _folder.With("a.csv", "first name\nAda\n");

        Assert.Equal(
            Assert.Single(await _folder.PeopleAsync(new { path = "a.csv" })).Key,
            Assert.Single(await _folder.PeopleAsync(new { path = "a.csv", licence = "another", list = "a" })).Key);
    }

    [Fact]
    public async Task Date_that_is_none_is_named()
    {
        _folder.With("a.csv", "first name\nAda\n");

        Assert.Equal("obtainedAt", (await _folder.FailureAsync(new { path = "a.csv", obtainedAt = "31.05.2024" })).Setting);
    }
}
