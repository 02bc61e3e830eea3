namespace IntegrationHub.Integration.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly HubShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Init_prints_a_key_once_and_keeps_only_its_hash()
    {
        var first = (await _shell.DoAsync("init", "--json")).Json();
        var second = (await _shell.DoAsync("init", "--json")).Json();

        var key = first.GetProperty("apiKey").GetString()!;
        Assert.StartsWith("hub_", key, StringComparison.Ordinal);
        Assert.True(first.GetProperty("created").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.GetProperty("apiKey").ValueKind);
        Assert.DoesNotContain(key[^64..], await File.ReadAllTextAsync(Path.Combine(_shell.DataFolder, "api-keys.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_data_folder()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access lists instead of modes.");
            return;
        }

        await _shell.DoAsync("init");

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_shell.DataFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_shell.DataFolder, "secret.key")));
    }

    [Fact]
    public async Task A_folder_with_other_things_is_left_alone()
    {
        Directory.CreateDirectory(_shell.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(_shell.DataFolder, "novel.txt"), "mine", TestContext.Current.CancellationToken);

        var result = await _shell.RunAsync("init");

        Assert.Equal(2, result.Exit);
        Assert.Single(Directory.GetFileSystemEntries(_shell.DataFolder));
    }

    [Fact]
    public async Task A_lost_key_file_is_not_replaced_while_secrets_need_it()
    {
        await _shell.DoAsync("init");
        await _shell.DoAsync("source", "add", "shop", "--connector", "pos-square", "--set", "accessToken=canary-5f1c");
        File.Delete(Path.Combine(_shell.DataFolder, "secret.key"));

        var result = await _shell.RunAsync("init");

        Assert.Equal(1, result.Exit);
        Assert.Contains("backup", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_shell.DataFolder, "secret.key")));
    }
}
