using System.Diagnostics;
using IntegrationHub.Benchmarks.Hosting;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sync;
using IntegrationHub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;

namespace IntegrationHub.Benchmarks.Connectors;

/// <summary>Reads everything through a connector, gate and pipeline into a store that forgets it: the whole work of a process, whose memory is then the connector's.</summary>
internal static class ConnectorReading
{
    internal const string Command = "read-connector";

    // As built beside the hub; the folder of this program is called after the configuration too.
    private static readonly string Plugins = Repo.PathOf(
        "artifacts", "bin", "IntegrationHub.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "connectors");

    /// <summary>Reads once and prints the figures as JSON.</summary>
    /// <param name="connector">The connector's id.</param>
    /// <param name="settings">A JSON file of settings.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string connector, string settings)
    {
        await using var store = new NullStore();
        var catalog = new ConnectorCatalog(
            [Plugins], NullLogger.Instance, new ConnectorCatalogOptions { Isolation = new IsolationRule(_ => true) });
        var runner = store.RunnerOf(catalog);
        var source = new Source { Id = 1, Name = "bench", ConnectorId = connector, Settings = await File.ReadAllTextAsync(settings) };
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var run = await runner.RunAsync(source, new SyncOptions(), null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (run.Status != RunStatus.Succeeded)
        {
            await Console.Error.WriteLineAsync($"The run ended as {run.Status}: {run.Error}");
            return 1;
        }

        process.Refresh();
        await Console.Out.WriteLineAsync(JsonConvert.SerializeObject(new Reading(
            store.Committed, store.Interactions, seconds, (process.TotalProcessorTime - processor).TotalSeconds, process.PeakWorkingSet64)));
        return 0;
    }
}
