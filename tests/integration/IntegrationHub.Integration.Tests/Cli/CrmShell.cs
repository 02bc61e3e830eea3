namespace IntegrationHub.Integration.Tests.Cli;

/// <summary>A data folder with one source that has been synced: four fictional records of three people. Tests only read it.</summary>
public sealed class CrmShell : IAsyncLifetime
{
    public const string People = """
        id,given,family,email,phone,card
        1,Ada,Byron,ada@example.com,402-555-0136,L-1
        2,Ada,Byron,ADA@Example.com,402-555-0136,
        3,Grace,Hopper,grace@example.org,402-555-0199,L-3
        4,=Alan,Turing,alan@example.net,402-555-0144,L-4
        """;

    public const string Mapping = """
        {"key":"id","columns":{"given":"name.given","family":"name.family","email":"email","phone":"phone","card":"identifier:loyalty"}}
        """;

    public HubShell Shell { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Shell.DoAsync("init");
        await AddCrmAsync(Shell);
        await Shell.DoAsync("sync", "run", "crm");
    }

    public ValueTask DisposeAsync()
    {
        Shell.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task AddCrmAsync(HubShell shell)
    {
        shell.Write("people.csv", People);
        shell.Write("crm.json", Mapping);
        await shell.DoAsync("source", "add", "crm", "--connector", "list-file", "--set", "path=people.csv", "--set", "mapping=crm.json");
    }

    internal async Task<string> IdOfAsync(string email)
    {
        var found = (await Shell.DoAsync("customer", "find", "--email", email, "--json")).Json();
        return found[0].GetProperty("id").GetString()!;
    }
}
