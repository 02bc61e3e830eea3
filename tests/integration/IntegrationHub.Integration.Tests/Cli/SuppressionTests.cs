using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class SuppressionTests : IAsyncLifetime
{
    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.DoAsync("init");
        _shell.Write("people.csv", """
            id,first name,last name,birth date,email,phone,accepts marketing
            1,John,Smith,1970-01-02,family@example.com,+12025550143,yes
            2,Mary,Smith,1972-03-04,FAMILY@example.com,,yes
            3,Grace,Hopper,1906-12-09,grace@example.org,+12025550199,yes
            """);
        _shell.Write("stop.csv", "email,phone\nFamily@Example.com,\n,(202) 555-0188\n");
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
    public async Task Everybody_with_a_suppressed_address_is_refused_in_any_order_and_nobody_is_joined_by_it(string first, string second)
    {
        await _shell.DoAsync("sync", "run", first);
        await _shell.DoAsync("sync", "run", second);

        var family = await FindAsync("family@example.com");
        Assert.Equal(2, family.Count);
        foreach (var id in family)
        {
            Assert.Equal("denied", await ChoiceAsync(id));
        }

        Assert.Equal("granted", await ChoiceAsync(Assert.Single(await FindAsync("grace@example.org"))));

        // Grace changes her number to one that is suppressed by phone alone.
        _shell.Write("people.csv", "id,first name,last name,birth date,email,phone,accepts marketing\n3,Grace,Hopper,1906-12-09,grace@example.org,202-555-0188,yes\n");
        await _shell.DoAsync("sync", "run", "crm");
        Assert.Equal("denied", await ChoiceAsync(Assert.Single(await FindAsync("grace@example.org"))));

        await _shell.DoAsync("source", "withdraw", "stop", "--list", "stop");
        Assert.Equal("granted", await ChoiceAsync(Assert.Single(await FindAsync("grace@example.org"))));
    }

    private async Task<List<string>> FindAsync(string email) =>
        [.. (await _shell.DoAsync("customer", "find", "--email", email, "--json")).Json().EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];

    private async Task<string> ChoiceAsync(string id)
    {
        var customer = (await _shell.DoAsync("customer", "show", id, "--json")).Json();
        var choice = customer.GetProperty("consents").EnumerateArray().Single(c => c.GetProperty("channel").GetString() == "email");
        return choice.GetProperty("status") is { ValueKind: JsonValueKind.String } status ? status.GetString()!.ToLowerInvariant() : choice.GetProperty("status").ToString();
    }
}
