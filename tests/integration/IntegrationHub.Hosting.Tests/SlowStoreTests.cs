using System.Globalization;
using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Hosting.Tests;

/// <summary>A connector without an end, with large records, before a store that takes no more.</summary>
public sealed class SlowStoreTests
{
    private const long HubBytesMax = 120L << 20;
    private const long ChildBytesMax = 200L << 20;

    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task A_fast_connector_waits_for_a_slow_store_and_fills_neither_process(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);
        var source = await bench.AddAsync("fast", "none", 10_000_000, new JObject { ["ballast"] = 6 });
        using var stop = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (hub, children) = (0L, 0L);
        var slow = new AfterFirstCommit(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(2)); // What a connector that does not wait fills with gigabytes.
            (hub, children) = (GC.GetTotalMemory(forceFullCollection: true) - before, LargestChildBytes());
            stop.Cancel();
        });

        var run = await bench.BesideANeighbourAsync(() => bench.RunAsync(source, stop.Token, slow));

        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.Equal(run.Streams["people"].New, (await bench.CountRecordsAsync())[source.Id]);
        Assert.InRange(hub, long.MinValue, HubBytesMax);
        Assert.InRange(children, isolation == Isolation.Process ? 1 : 0, ChildBytesMax);
    }

    private static long LargestChildBytes() => Directory.EnumerateDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(StatusOf)
        .Where(status => status.GetValueOrDefault("PPid") == Environment.ProcessId)
        .Select(status => status.GetValueOrDefault("VmRSS") * 1024)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Reads the numbers of a process's status; a process that is gone meanwhile has none.</summary>
    private static Dictionary<string, long> StatusOf(string folder)
    {
        try
        {
            return File.ReadLines(Path.Combine(folder, "status"))
                .Select(line => line.Split([':', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => parts is ["PPid" or "VmRSS", _, ..])
                .ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
