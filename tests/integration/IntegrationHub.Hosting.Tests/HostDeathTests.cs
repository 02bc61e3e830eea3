using System.Globalization;
using IntegrationHub.Plugins;
using IntegrationHub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Hosting.Tests;

/// <summary>What is left when the hub itself ends in the middle of a run. The small host of the fixtures stands for it.</summary>
public sealed class HostDeathTests : IDisposable
{
    private static readonly string Hostile = Repo.PathOf("artifacts", "fixtures", "Fixture.Hostile");

    private readonly string _state = Directory.CreateTempSubdirectory("hub-death-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task A_connectors_process_is_gone_soon_after_the_hub_was_killed()
    {
        await using var host = Start("process", "block-in-read");
        var child = await WaitForChildAsync(host.Process.Id);

        host.Process.Kill();

        for (var waited = 0; IsRunning(child); waited++)
        {
            Assert.True(waited < 100, "The process still runs after five seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_connector_that_ends_the_hub_is_named_then_and_at_the_next_start()
    {
        await using var host = Start("in-process", "exit-zero");

        await host.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var next = Catalog().Scan();
        Assert.Equal(1, host.Process.ExitCode);
        Assert.Contains("in the middle of: connector 'hostile' (plugin Fixture.Hostile 1.0.0)", host.Said, StringComparison.Ordinal);
        Assert.Contains("in the middle of a run of it", Assert.Single(next[0].Reasons), StringComparison.Ordinal);
        Assert.Empty(Catalog().Scan()[0].Reasons);
    }

    private ConnectorCatalog Catalog() => new([Hostile], NullLogger.Instance, new ConnectorCatalogOptions { StateDirectory = _state });

    private RunningProgram Start(string mode, string fault) => RunningProgram.Start(
        "dotnet",
        [Repo.PathOf("artifacts", "fixtures", "Fixture.Host", "Fixture.Host.dll"), Hostile, _state, "hostile", mode, fault]);

    private static async Task<int> WaitForChildAsync(int parent)
    {
        while (true)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    && StatOf(id) is { } stat && stat.Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture))
                {
                    return id;
                }
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsRunning(int id) => StatOf(id) is { } stat && stat[0] != 'Z';

    // What follows the name in brackets: the state, the parent, and more.
    private static string? StatOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
