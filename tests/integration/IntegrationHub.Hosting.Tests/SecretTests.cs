using System.Text;
using IntegrationHub.Plugins;
using Newtonsoft.Json;

namespace IntegrationHub.Hosting.Tests;

public sealed class SecretTests
{
    [Theory]
    [InlineData(Isolation.InProcess)]
    [InlineData(Isolation.Process)]
    public async Task A_secret_that_a_connector_gives_away_is_found_in_no_output(Isolation isolation)
    {
        await using var bench = await HubBench.OpenAsync(isolation);

        var (run, _) = await bench.RunBesideANeighbourAsync("secrets");

        var outputs = string.Join('\n', [.. bench.Log.Lines, run.Error, .. bench.Catalog.Scan().SelectMany(e => e.Reasons)]);
        Assert.Contains("Connecting with ***", outputs, StringComparison.Ordinal);
        foreach (var form in new[]
        {
            HubBench.Secret,
            Uri.EscapeDataString(HubBench.Secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(HubBench.Secret)),
            JsonConvert.ToString(HubBench.Secret),
        })
        {
            Assert.DoesNotContain(form, outputs, StringComparison.Ordinal);
        }
    }
}
