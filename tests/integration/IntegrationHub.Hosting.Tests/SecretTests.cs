using System.Text;
using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;
using Newtonsoft.Json;

namespace IntegrationHub.Hosting.Tests;

public sealed class SecretTests
{
    private static readonly string Rotated = string.Concat(HubBench.Secret.Reverse());

    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task A_secret_that_a_connector_gives_away_is_found_in_no_output(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);

        var (run, _) = await bench.RunBesideANeighbourAsync("secrets");

        Assert.Contains("Connecting with ***", NoneOf(HubBench.Secret, bench, run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task A_secret_that_changed_during_the_run_is_found_in_no_output_either(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);

        var (run, records) = await bench.RunBesideANeighbourAsync("rotated-secrets");

        var quarantined = Assert.Single(await bench.Store.Quarantine.ListAsync(run.SourceId, 0, 10, CancellationToken.None));
        var outputs = NoneOf(Rotated, bench, run, quarantined.Reason, quarantined.Raw!);
        Assert.Contains("Connecting with ***", outputs, StringComparison.Ordinal);
        Assert.Contains("told *** to come back", run.Error, StringComparison.Ordinal);
        Assert.Equal(HubBench.HostileCount / 2, records);
    }

    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task A_state_that_holds_such_a_secret_is_refused(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);

        var (run, _) = await bench.RunBesideANeighbourAsync("rotated-secret-in-state");

        Assert.Contains("The state of stream 'people' holds a secret", run.Error, StringComparison.Ordinal);
        NoneOf(Rotated, bench, run, [.. (await bench.Store.Records.GetCheckpointsAsync(run.SourceId, CancellationToken.None)).Select(c => c.State)]);
    }

    /// <summary>Gives all that came out, in which no form of the secret may be.</summary>
    private static string NoneOf(string secret, HubBench bench, Run run, params string[] more)
    {
        var outputs = string.Join('\n', [.. bench.Log.Lines, run.Error, .. bench.Catalog.Scan().SelectMany(e => e.Reasons), .. more]);
        foreach (var form in new[]
        {
            secret,
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            JsonConvert.ToString(secret),
        })
        {
            Assert.DoesNotContain(form, outputs, StringComparison.Ordinal);
        }

        return outputs;
    }
}
