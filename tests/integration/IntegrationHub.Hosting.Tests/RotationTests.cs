using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Hosting.Tests;

/// <summary>A connector's process that is killed while its check renews a token that works once.</summary>
public sealed class RotationTests
{
    [Theory]
    [InlineData("die-before-storing", HubBench.Secret)]
    [InlineData("die-after-storing", HubBench.Secret + "+")]
    public async Task A_process_killed_between_the_vendors_answer_and_the_store_locks_nobody_out(string fault, string kept)
    {
        await using var bench = await HubBench.OpenAsync(Isolation.Process);
        var vendor = Path.Combine(bench.Folder, "vendor");
        await File.WriteAllLinesAsync(vendor, [HubBench.Secret], TestContext.Current.CancellationToken);
        var killed = await bench.AddAsync("killed", fault, HubBench.HostileCount, new JObject { ["vendor"] = vendor });

        var failure = await bench.BesideANeighbourAsync(() => Assert.ThrowsAsync<ConnectorException>(() => bench.CheckAsync(killed)));
        var left = (await bench.Vault.FindAsync(killed, "token", CancellationToken.None))!.Reveal();
        await bench.Store.Sources.UpdateAsync(
            killed with { Settings = killed.Settings.Replace(fault, "none", StringComparison.Ordinal) }, CancellationToken.None);
        var run = await bench.RunAsync(killed, CancellationToken.None);

        Assert.Contains("was killed (SIGKILL), perhaps because the machine ran out of memory while checking", failure.Message, StringComparison.Ordinal);
        Assert.Equal(kept, left);
        Assert.True(run.Status == RunStatus.Succeeded, run.Error);
        var current = await File.ReadAllLinesAsync(vendor, TestContext.Current.CancellationToken);
        Assert.Equal(current[0], (await bench.Vault.FindAsync(killed, "token", CancellationToken.None))!.Reveal());
    }
}
