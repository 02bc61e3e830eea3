using System.Diagnostics;

namespace IntegrationHub.Plugins.Tests;

public sealed class LoadMarkerTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plugin_that_takes_the_process_down_twice_is_set_aside_at_the_next_start()
    {
        _folder.Add("Fixture.Faulty", connectors: "faulty-crash");
        _folder.Add("Fixture.One");

        Assert.True(await RunHost("faulty-crash") is not (0 or 2));
        var once = _folder.Catalog(withState: true).Scan();
        Assert.True(await RunHost("faulty-crash") is not (0 or 2));
        var twice = _folder.Catalog(withState: true).Scan();

        Assert.Equal([ConnectorState.Discovered, ConnectorState.Discovered], once.Select(e => e.State));
        Assert.Contains("died the last time", Assert.Single(once[0].Reasons), StringComparison.Ordinal);
        Assert.Equal([ConnectorState.Quarantined, ConnectorState.Discovered], twice.Select(e => e.State));
        Assert.Contains("died 2 times in a row", Assert.Single(twice[0].Reasons), StringComparison.Ordinal);
        Assert.Equal(2, await RunHost("faulty-crash"));
        Assert.Equal(0, await RunHost("fixture-one"));
    }

    [Fact]
    public async Task A_plugin_that_loads_or_fails_in_the_ordinary_way_leaves_no_marker()
    {
        _folder.Add("Fixture.Faulty", connectors: "faulty-constructor");
        _folder.Add("Fixture.One");
        var catalog = _folder.Catalog(withState: true);

        await Assert.ThrowsAsync<PluginException>(() => catalog.OpenAsync("faulty-constructor", Token));
        await using var connector = await catalog.OpenAsync("fixture-one", Token);

        Assert.Empty(Directory.EnumerateFiles(_folder.State, "*.loading"));
    }

    [Fact]
    public async Task Of_versions_side_by_side_only_the_one_that_took_the_process_down_is_set_aside()
    {
        _folder.Add("Fixture.Faulty", Path.Combine("faulty", "1.0.0"), version: "1.0.0", connectors: ["faulty-not", "faulty-crash"]);
        _folder.Add("Fixture.Faulty", Path.Combine("faulty", "2.0.0"), version: "2.0.0", connectors: ["faulty-not", "faulty-crash"]);

        Assert.True(await RunHost("faulty-crash") is not (0 or 2));
        Assert.True(await RunHost("faulty-crash") is not (0 or 2));

        var entries = _folder.Catalog(withState: true).Scan().Where(e => e.Id == "faulty-not");
        Assert.Equal(
            [("2.0.0", ConnectorState.Quarantined), ("1.0.0", ConnectorState.Superseded)], entries.Select(e => (e.Version, e.State)));
    }

    private async Task<int> RunHost(string connector)
    {
        var host = Path.Combine(PluginFolder.Fixture("Fixture.Host"), "Fixture.Host.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, _folder.Path, _folder.State, connector])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return process.ExitCode;
    }
}
