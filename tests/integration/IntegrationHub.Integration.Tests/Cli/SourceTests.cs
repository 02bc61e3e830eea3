using System.Text;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class SourceTests : IAsyncLifetime
{
    private const string Canary = "canary-5f1c9e";

    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync() => await _shell.DoAsync("init");

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_source_is_added_checked_previewed_and_removed()
    {
        await CrmShell.AddCrmAsync(_shell);

        Assert.Equal("crm", (await _shell.DoAsync("source", "list", "--json")).Json()[0].GetProperty("name").GetString());
        var check = (await _shell.DoAsync("source", "check", "crm", "--json")).Json();
        Assert.Equal("people", check.GetProperty("streams")[0].GetProperty("name").GetString());
        Assert.Equal(2, (await _shell.DoAsync("source", "preview", "crm", "--limit", "2", "--json")).Json().GetArrayLength());
        await _shell.DoAsync("source", "remove", "crm");
        Assert.Equal(0, (await _shell.DoAsync("source", "list", "--json")).Json().GetArrayLength());
    }

    [Fact]
    public async Task Settings_that_do_not_fit_are_named_all_at_once_and_nothing_is_added()
    {
        var result = await _shell.RunAsync(
            "source", "add", "crm", "--connector", "list-file", "--set", "pth=people.csv", "--set", "hasHeader=perhaps");

        Assert.Equal(2, result.Exit);
        Assert.Contains("'pth'", result.Error, StringComparison.Ordinal);
        Assert.Contains("'hasHeader' must be true or false", result.Error, StringComparison.Ordinal);
        Assert.Contains("'path' is missing", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _shell.DoAsync("source", "list", "--json")).Json().GetArrayLength());
    }

    [Theory]
    [InlineData("Crm", "list-file", 2, "no name for a source")]
    [InlineData("crm", "list-fiel", 2, "list-file")]
    public async Task A_bad_name_or_connector_is_wrong_use(string name, string connector, int exit, string expected)
    {
        var result = await _shell.RunAsync("source", "add", name, "--connector", connector, "--set", "path=people.csv");

        Assert.Equal(exit, result.Exit);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_fails_and_leaves_the_first_source_as_it_was()
    {
        await CrmShell.AddCrmAsync(_shell);

        var result = await _shell.RunAsync("source", "add", "crm", "--connector", "list-file", "--set", "path=other.csv");

        Assert.Equal(1, result.Exit);
        Assert.Equal("people.csv", (await _shell.DoAsync("source", "show", "crm", "--json")).Json().GetProperty("settings").GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_secret_is_neither_printed_nor_stored_in_clear()
    {
        _shell.Write("token", Canary + "\n");

        var added = await _shell.DoAsync("source", "add", "shop", "--connector", "pos-square", "--set-file", "accessToken=token", "--verbose");
        var shown = await _shell.DoAsync("source", "show", "shop", "--json");
        var changed = await _shell.DoAsync("source", "set", "shop", "--set", $"accessToken={Canary}-2");

        Assert.Equal("***", shown.Json().GetProperty("settings").GetProperty("accessToken").GetString());
        Assert.DoesNotContain(Canary, added.Out + added.Error + shown.Out + changed.Out + changed.Error, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_shell.DataFolder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, $"{file} holds the secret in clear");
        }
    }
}
