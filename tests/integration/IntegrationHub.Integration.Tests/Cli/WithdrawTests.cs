namespace IntegrationHub.Integration.Tests.Cli;

public sealed class WithdrawTests : IAsyncLifetime
{
    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.DoAsync("init");
        _shell.Write("spring.csv", "id,first name,last name,email\n1,Ada,Byron,ada@example.com\n2,Grace,Hopper,grace@example.org\n");
        _shell.Write("autumn.csv", "id,first name,last name,email\n3,Alan,Turing,alan@example.net\n");
        await _shell.DoAsync("source", "add", "fairs", "--connector", "list-file", "--set", "path=*.csv", "--set", "list={file}");
        await _shell.DoAsync("sync", "run", "fairs");
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_withdrawn_list_takes_its_people_with_it_and_no_later_run_brings_them_back()
    {
        var withdrawn = (await _shell.DoAsync("source", "withdraw", "fairs", "--list", "spring", "--json")).Json();

        Assert.Equal(2, withdrawn.GetProperty("deleted").GetInt32());
        Assert.Equal(0, await CountAsync("ada@example.com"));
        Assert.Equal(1, await CountAsync("alan@example.net"));

        _shell.Write("spring.csv", "id,first name,last name,email\n1,Ada,Byron,ada@example.com\n4,Edsger,Dijkstra,edsger@example.com\n");
        await _shell.DoAsync("sync", "run", "fairs");
        await _shell.DoAsync("sync", "run", "fairs", "--full");
        Assert.Equal(0, await CountAsync("ada@example.com"));
        Assert.Equal(0, await CountAsync("edsger@example.com"));

        await _shell.DoAsync("source", "set", "fairs", "--set", "supplier=Example Ltd");
        await _shell.DoAsync("sync", "run", "fairs", "--full");
        Assert.Equal(0, await CountAsync("ada@example.com"));

        await _shell.DoAsync("source", "withdraw", "fairs", "--list", "spring", "--undo");
        await _shell.DoAsync("sync", "run", "fairs", "--full");
        Assert.Equal(1, await CountAsync("ada@example.com"));
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_named_with_those_that_are()
    {
        var result = await _shell.RunAsync("source", "withdraw", "fairs", "--list", "sprign");

        Assert.NotEqual(0, result.Exit);
        Assert.Contains("autumn, spring", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("ada@example.com"));
    }

    private async Task<int> CountAsync(string email)
    {
        var result = await _shell.RunAsync("customer", "find", "--email", email, "--json");
        return result.Out.TrimStart().StartsWith('[') ? result.Json().GetArrayLength() : 0;
    }
}
