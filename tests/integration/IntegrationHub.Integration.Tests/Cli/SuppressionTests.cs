using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class SuppressionTests : IAsyncLifetime
{
    private const string PeopleHeader = "id,first name,last name,birth date,email,phone,street,postal code,city,accepts marketing\n";

    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.DoAsync("init");
        _shell.Write("people.csv", PeopleHeader + """
            1,John,Smith,1970-01-02,family@example.com,+12025550143,,,,yes
            2,Mary,Smith,1972-03-04,FAMILY@example.com,,,,,yes
            3,Grace,Hopper,1906-12-09,grace@example.org,+12025550199,,,,yes
            4,Jörg,Müller,1980-05-06,joerg@example.org,,Hauptstraße 5,10115,Berlin,yes
            5,Petra,Müller,1981-07-08,petra@example.org,,Hauptstr. 5,10115,Berlin,yes
            6,Joerg,Mueller,1982-09-10,other@example.org,,Hauptstr. 6,10115,Berlin,yes

            """);
        _shell.Write("stop.csv", """
            email,phone,first name,last name,street,postal code,city
            Family@Example.com,,,,,,
            ,(202) 555-0188,,,,,
            ,,Jorg,Mueller,Hauptstr. 5,10115,Berlin

            """);
        await _shell.DoAsync("source", "add", "crm", "--connector", "list-file", "--set", "path=people.csv");
        await _shell.DoAsync("source", "add", "stop", "--connector", "list-file", "--set", "path=stop.csv", "--set", "kind=suppression", "--set", "list=stop");
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("crm", "stop")]
    [InlineData("stop", "crm")]
    public async Task Everybody_on_a_suppression_list_is_refused_in_any_order_and_nobody_is_joined_by_it(string first, string second)
    {
        await _shell.DoAsync("sync", "run", first);
        await _shell.DoAsync("sync", "run", second);

        var family = await FindAsync("family@example.com");
        Assert.Equal(2, family.Count);
        foreach (var id in family)
        {
            Assert.Equal("denied", await ChoiceAsync(id));
        }

        // The wife at the same address and the namesake next door have chosen otherwise.
        Assert.Equal("denied", await ChoiceOfAsync("joerg@example.org"));
        Assert.Equal("granted", await ChoiceOfAsync("petra@example.org"));
        Assert.Equal("granted", await ChoiceOfAsync("other@example.org"));
        Assert.Equal("granted", await ChoiceOfAsync("grace@example.org"));

        // Grace changes her number to one that is suppressed by phone alone, Petra her name.
        _shell.Write("people.csv", PeopleHeader
            + "3,Grace,Hopper,1906-12-09,grace@example.org,202-555-0188,,,,yes\n5,Jörg,Müller,1981-07-08,petra@example.org,,Hauptstr. 5,10115,Berlin,yes\n");
        await _shell.DoAsync("sync", "run", "crm");
        Assert.Equal("denied", await ChoiceOfAsync("grace@example.org"));
        Assert.Equal("denied", await ChoiceOfAsync("petra@example.org"));

        await _shell.DoAsync("source", "withdraw", "stop", "--list", "stop");
        Assert.Equal("granted", await ChoiceOfAsync("grace@example.org"));
        Assert.Equal("granted", await ChoiceOfAsync("petra@example.org"));
    }

    [Fact]
    public async Task Entry_is_no_customer_by_any_door_and_one_that_becomes_a_person_is()
    {
        await _shell.DoAsync("sync", "run", "stop");
        Assert.Equal(0, await LinksAsync());
        Assert.Empty((await _shell.DoAsync("customer", "find", "--name", "Mueller", "--json")).Json().EnumerateArray());
        Assert.Empty((await _shell.DoAsync("customer", "find", "--identifier", "suppressed-phone:+12025550188", "--json")).Json().EnumerateArray());

        await _shell.DoAsync("sync", "run", "crm");
        Assert.Equal(6, await LinksAsync());

        // The same file is read as people, and back again.
        await _shell.DoAsync("source", "set", "stop", "--set", "kind=people");
        await _shell.DoAsync("sync", "run", "stop");
        Assert.Equal(9, await LinksAsync());

        await _shell.DoAsync("source", "set", "stop", "--set", "kind=suppression");
        await _shell.DoAsync("sync", "run", "stop");
        Assert.Equal(6, await LinksAsync());
        Assert.Equal("denied", await ChoiceOfAsync("joerg@example.org"));
    }

    private async Task<int> LinksAsync()
    {
        await _shell.DoAsync("export", "links", "--out", "links.csv");
        return (await File.ReadAllLinesAsync(Path.Combine(_shell.Folder, "links.csv"), TestContext.Current.CancellationToken)).Length - 1;
    }

    private async Task<List<string>> FindAsync(string email) =>
        [.. (await _shell.DoAsync("customer", "find", "--email", email, "--json")).Json().EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];

    private async Task<string> ChoiceOfAsync(string email) => await ChoiceAsync(Assert.Single(await FindAsync(email)));

    private async Task<string> ChoiceAsync(string id)
    {
        var customer = (await _shell.DoAsync("customer", "show", id, "--json")).Json();
        var choice = customer.GetProperty("consents").EnumerateArray().Single(c => c.GetProperty("channel").GetString() == "email");
        return choice.GetProperty("status") is { ValueKind: JsonValueKind.String } status ? status.GetString()!.ToLowerInvariant() : choice.GetProperty("status").ToString();
    }
}
