using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;

namespace IntegrationHub.Hosting.Tests;

public sealed class PoisonTests
{
    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task Poisoned_records_are_set_aside_one_by_one_and_the_stream_goes_on(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);

        var (run, records) = await bench.RunBesideANeighbourAsync("poison");

        Assert.Equal(RunStatus.Partial, run.Status);
        Assert.Equal(HubBench.HostileCount, records);
        var quarantined = await bench.Store.Quarantine.ListAsync(run.SourceId, 0, 100, CancellationToken.None);
        Assert.Equal(7, quarantined.Count);
        Assert.Equal(7, run.Streams["people"].Quarantined);
        Assert.Contains(quarantined, q => q.Key == "poison-large");
        Assert.Contains(quarantined, q => q.Key == "poison-larger");
    }
}
