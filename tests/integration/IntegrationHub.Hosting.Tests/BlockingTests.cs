using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;

namespace IntegrationHub.Hosting.Tests;

/// <summary>Each call that the hub makes of a connector, blocked for ever, all at the same time and beside a good source.</summary>
public sealed class BlockingTests
{
    private const int Whole = HubBench.HostileCount;

    [Theory]
    [InlineData(Isolation.InProcess, "left behind")]
    [InlineData(Isolation.Process, "killed")]
    public async Task Whatever_blocks_is_given_up_by_name(Isolation isolation, string end)
    {
        await using var bench = await HubBench.OpenAsync(isolation, "block-in-all");
        foreach (var id in new[] { "faulty-hang", "faulty-hang-in-constructor" })
        {
            bench.AddPlugin("Fixture.Faulty", id);
        }

        var (loading, check, runs, answers) = await bench.BesideANeighbourAsync(async () =>
        {
            var load = LoadAsync(bench);
            var checking = CheckAsync(bench);
            var running = Task.WhenAll(new[] { "discover", "read", "read-end", "dispose" }.Select(name => RunAsync(bench, name)));
            var receiving = ReceiveAsync(bench);
            return (await load, await checking, await running, await receiving);
        });

        Assert.All(loading, reason => Assert.Contains("did not end within 3 s", reason, StringComparison.Ordinal));
        Assert.Contains($"did not answer within 3 s while checking and was {end}", check, StringComparison.Ordinal);
        Assert.Equal([RunStatus.Failed, RunStatus.Failed, RunStatus.Partial, RunStatus.Succeeded], runs.Select(r => r.Run.Status));
        Assert.Equal([0, Whole / 2, Whole, Whole], runs.Select(r => r.Records));
        Assert.Contains($"while listing its streams and was {end}", runs[0].Run.Error, StringComparison.Ordinal);
        Assert.All(runs[1..3], r => Assert.Contains($"while reading and was {end}", r.Run.Error, StringComparison.Ordinal));
        Assert.Equal([500, 200], answers);
        Assert.Contains(bench.Log.Lines, l => l.Contains($"while receiving a request and was {end}", StringComparison.Ordinal));
    }

    /// <summary>Opens connectors that block as they are constructed and described.</summary>
    private static async Task<string[]> LoadAsync(HubBench bench)
    {
        var reasons = new List<string>();
        foreach (var id in new[] { "faulty-hang", "faulty-hang-in-constructor" })
        {
            reasons.Add((await Assert.ThrowsAsync<PluginException>(() => bench.Catalog.OpenAsync(id, CancellationToken.None))).Message);
        }

        return [.. reasons];
    }

    private static async Task<string> CheckAsync(HubBench bench)
    {
        var source = await bench.AddAsync("check", "block-in-check", Whole);
        return (await Assert.ThrowsAsync<ConnectorException>(() => bench.CheckAsync(source))).Message;
    }

    private static async Task<(Run Run, int Records)> RunAsync(HubBench bench, string call)
    {
        var source = await bench.AddAsync(call, $"block-in-{call}", Whole);
        var run = await bench.RunAsync(source, CancellationToken.None);
        return (run, (await bench.CountRecordsAsync()).GetValueOrDefault(source.Id));
    }

    /// <summary>Sends a request over which the connector blocks, and one after it.</summary>
    private static async Task<int[]> ReceiveAsync(HubBench bench)
    {
        await bench.AddAsync("receive", "block-in-receive", Whole, connector: "hostile-receiver");
        var receiver = (await bench.Receivers.FindAsync("receive", CancellationToken.None))!;
        var blocked = await SendAsync("fault");
        var next = await SendAsync("fine");
        return [blocked.StatusCode, next.StatusCode];

        Task<Sync.Receiving.ReceivedAnswer> SendAsync(string path) => receiver.ReceiveAsync(
            1_000, () => Task.FromResult(new ReceivedRequest { Method = "POST", Path = path, ReceivedAt = TimeProvider.System.GetUtcNow() }));
    }
}
