using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Hosting;

/// <summary>Records a second from a plugin through gate and pipeline into a store that forgets them, in process and in a child process.</summary>
internal static class HostingThroughput
{
    private static readonly string Plugin = Path.Combine(
        typeof(HostingThroughput).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!,
        "artifacts/fixtures/Fixture.Hostile");

    /// <summary>Measures; prints a table.</summary>
    /// <param name="counts">How many records, one row for each and each mode.</param>
    public static async Task RunAsync(IReadOnlyList<int> counts)
    {
        await Console.Out.WriteLineAsync("| mode | records | seconds | records a second | peak hub MiB | peak child MiB |\n|---|---|---|---|---|---|");
        foreach (var isolation in Enum.GetValues<Isolation>())
        {
            await MeasureAsync(isolation, 20_000); // Warms up.
            foreach (var count in counts)
            {
                await Console.Out.WriteLineAsync(await MeasureAsync(isolation, count));
            }
        }
    }

    private static async Task<string> MeasureAsync(Isolation isolation, int count)
    {
        await using var store = new NullStore();
        var catalog = new ConnectorCatalog(
            [Plugin], NullLogger.Instance, new ConnectorCatalogOptions { Isolation = new IsolationRule(_ => isolation == Isolation.InProcess) });
        var runner = store.RunnerOf(catalog);
        var source = new Source { Id = 1, Name = "bench", ConnectorId = "hostile", Settings = new JObject { ["count"] = count }.ToString() };
        GC.Collect();
        using var memory = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var run = await runner.RunAsync(source, new SyncOptions(), null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return run.Status == RunStatus.Succeeded && store.Committed == count
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"| {isolation} | {count:N0} | {seconds:F2} | {count / seconds:N0} | {memory.OwnBytes >> 20} | {memory.ChildrenBytes >> 20} |")
            : throw new InvalidOperationException($"The run ended as {run.Status} with {store.Committed} records: {run.Error}");
    }
}
