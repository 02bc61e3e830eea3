using IntegrationHub.Plugins.Installing;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Plugins.Tests.Installing;

public sealed class InstallTests : IDisposable
{
    private readonly InstallBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Versions_lie_side_by_side_and_each_can_be_opened()
    {
        _bench.Install(_bench.Package("1.0.0"));
        _bench.Install(_bench.Package("1.10.0"));

        await using var old = await _bench.Catalog.OpenPinnedAsync("fixture-shop", "1.0.0", Token);
        await using var next = await _bench.Catalog.OpenPinnedAsync("fixture-shop", "1.10.0", Token);
        await using var newest = await _bench.Catalog.OpenAsync("fixture-shop", Token);

        Assert.Equal(["1.0.0", "1.10.0", "1.10.0"], [old.Version, next.Version, newest.Version]);
        Assert.Contains("pinned to this version go on", Assert.Single(_bench.Catalog.Scan()[1].Reasons), StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<PluginException>(() => _bench.Catalog.OpenPinnedAsync("fixture-shop", "2.0.0", Token));
        Assert.Contains("Version 2.0.0, which the source is pinned to, is not installed", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_without_a_pin_goes_with_what_was_not_installed()
    {
        var beside = Path.Combine(_bench.Work, "beside");
        ConnectorPackages.CopyFolder("Fixture.Shop.V1", Path.Combine(beside, "shop"), "1.0.0");
        _bench.Install(_bench.Package("3.0.0"));

        await using var unpinned = await _bench.NewCatalog(beside).OpenPinnedAsync("fixture-shop", null, Token);
        await using var alone = await _bench.Catalog.OpenPinnedAsync("fixture-shop", null, Token);

        Assert.Equal(["1.0.0", "3.0.0"], [unpinned.Version, alone.Version]);
    }

    [Fact]
    public void An_older_version_is_refused_unless_allowed()
    {
        _bench.Install(_bench.Package("1.10.0"));
        var older = new InstallRequest(_bench.Package("1.9.0")) { AllowUnsigned = true };

        _bench.Refused(older, "is older than 1.10.0");
        _bench.Refused(new InstallRequest(_bench.Package("1.10.0-beta.1")) { AllowUnsigned = true }, "is older than 1.10.0");

        Assert.True(_bench.Installer.Install(older with { AllowDowngrade = true }).IsNew);
    }

    [Fact]
    public void The_same_again_changes_nothing_and_other_contents_in_the_same_version_are_refused()
    {
        var package = _bench.Package("1.0.0");
        Assert.True(_bench.Install(package).IsNew);
        Assert.False(_bench.Install(package).IsNew);

        _bench.Refused(
            new InstallRequest(_bench.Package("1.0.0", zip => ConnectorPackages.AddText(zip, "connector/more.txt", "x"))) { AllowUnsigned = true },
            "is installed already, with other contents");
    }

    [Fact]
    public void A_damaged_version_is_mended_by_installing_it_again()
    {
        var package = _bench.Package("1.0.0");
        _bench.Install(package);
        File.Delete(_bench.PathOf("1.0.0", "Fixture.Shop.dll"));
        Assert.False(Assert.Single(_bench.Installer.Verify()).IsSound);

        Assert.True(_bench.Install(package).IsNew);

        Assert.True(Assert.Single(_bench.Installer.Verify()).IsSound);
    }

    [Fact]
    public void A_connector_that_another_plugin_offers_is_not_taken_over()
    {
        _bench.Install(_bench.Package("1.0.0"));
        var thief = _bench.Folder("9.0.0");
        var manifest = Path.Combine(thief, "connector.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"Fixture.Shop\"", "\"Thief\"", StringComparison.Ordinal));

        _bench.Refused(new InstallRequest(thief) { AllowUnsigned = true }, "offers connector 'fixture-shop', which plugin Fixture.Shop 1.0.0 offers already");
    }

    [Theory]
    [InlineData("Fixture.Shop", "1.10.0")]
    [InlineData("fixture.shop@1.9.0", "1.9.0")]
    [InlineData("Fixture.Shop@2.0.0-beta.1", "2.0.0-beta.1")]
    public void A_feed_gives_the_newest_release_or_the_version_that_is_named(string package, string expected)
    {
        var feed = Directory.CreateDirectory(Path.Combine(_bench.Work, "feed")).FullName;
        foreach (var version in new[] { "1.9.0", "1.10.0", "2.0.0-beta.1" })
        {
            File.Move(_bench.Package(version), Path.Combine(feed, $"Fixture.Shop.{version}.nupkg"));
        }

        var result = _bench.Installer.Install(new InstallRequest(package) { Feed = feed, AllowUnsigned = true });

        Assert.Equal(expected, result.Plugin.Version);
    }

    [Fact]
    public void A_feed_without_the_package_names_what_it_has()
    {
        var feed = Path.GetDirectoryName(_bench.Package("1.0.0"))!;

        Assert.True(_bench.Refused(new InstallRequest("Fixture.Shop@1.1.0") { Feed = feed }, "it has 1.0.0").IsWrongUse);
        _bench.Refused(new InstallRequest("Fixture") { Feed = feed }, "it has no version of Fixture");
    }

    [Fact]
    public void Removing_the_last_version_leaves_nothing_of_the_plugin()
    {
        _bench.Install(_bench.Package("1.0.0"));
        _bench.Install(_bench.Package("1.1.0"));

        _bench.Installer.Remove(_bench.Installer.List()[0]);
        Assert.Equal("1.0.0", Assert.Single(_bench.Installer.List()).Version);
        _bench.Installer.Remove(_bench.Installer.List()[0]);

        Assert.Equal([_bench.LockPath], Directory.EnumerateFileSystemEntries(_bench.Installed));
    }
}
