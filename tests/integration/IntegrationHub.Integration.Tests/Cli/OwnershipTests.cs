using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class OwnershipTests : IAsyncLifetime
{
    private readonly HubShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.DoAsync("init");
        await CrmShell.AddCrmAsync(_shell);
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task While_another_process_owns_the_folder_a_writer_fails_naming_it_and_a_reader_goes_on()
    {
        using var owner = FolderLock.TryAcquire(new DataFolder(_shell.DataFolder), "a test");

        var writer = await _shell.RunAsync("sync", "run", "crm");
        var reader = await _shell.RunAsync("source", "list");

        Assert.Equal(1, writer.Exit);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} (a test)"), writer.Error, StringComparison.Ordinal);
        Assert.Equal(0, reader.Exit);
    }

    [Fact]
    public async Task While_a_server_owns_the_folder_commands_go_to_it_and_it_stops_when_asked()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is stopped by a signal.");
        using var server = _shell.Start(["serve", "--urls", "http://127.0.0.1:0", "--json"], _shell.DataFolder);
        try
        {
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "}")
            {
            }

            // Relative paths start where the caller stands, not the server.
            var elsewhere = Directory.CreateDirectory(Path.Combine(_shell.Folder, "elsewhere")).FullName;
            var run = (await _shell.DoAsync("sync", "run", "crm", "--json")).Json();
            var failed = await _shell.RunAsync("source", "show", "nobody");
            await _shell.DoAsync("export", "links", "--out", Path.Combine("elsewhere", "links.csv"));

            Assert.Equal(3, run.GetProperty("totals").GetProperty("customers").GetInt64());
            Assert.Equal(2, failed.Exit);
            Assert.Contains("nobody", failed.Error, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(elsewhere, "links.csv")));
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, server.ExitCode);
        Assert.False(File.Exists(Path.Combine(_shell.DataFolder, "server.json")));
        await _shell.DoAsync("source", "set", "crm", "--trust", "0.9");
    }
}
