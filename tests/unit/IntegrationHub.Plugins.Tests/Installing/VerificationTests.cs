using IntegrationHub.Tests.Support;

namespace IntegrationHub.Plugins.Tests.Installing;

/// <summary>What is installed is what runs.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly InstallBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task One_flipped_byte_is_noticed_at_the_next_load_also_behind_an_unchanged_date()
    {
        _bench.Install(_bench.Package("1.0.0"));
        await using (await _bench.Catalog.OpenPinnedAsync("fixture-shop", "1.0.0", Token))
        {
        }

        FlipLastByte(_bench.PathOf("1.0.0", "Fixture.Shop.dll"));

        await RefusedAsync("File Fixture.Shop.dll has changed since it was installed. Install it again: hub connector install PACKAGE.");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        _bench.Install(_bench.Package("1.0.0"));
        File.Delete(_bench.PathOf("1.0.0", "Fixture.Shop.deps.json"));

        await RefusedAsync("File Fixture.Shop.deps.json is missing");
    }

    [Fact]
    public async Task An_added_file_is_named_in_subfolders_too()
    {
        _bench.Install(_bench.Package("1.0.0"));
        Directory.CreateDirectory(_bench.PathOf("1.0.0", "de"));
        Write(_bench.PathOf("1.0.0", "de/Evil.dll"), "x");

        await RefusedAsync("File de/Evil.dll was added");
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_file_is_a_change_even_with_the_same_contents()
    {
        _bench.Install(_bench.Package("1.0.0"));
        var file = _bench.PathOf("1.0.0", "Fixture.Shop.dll");
        var elsewhere = Path.Combine(_bench.Work, "Fixture.Shop.dll");
        File.Move(file, elsewhere);
        File.CreateSymbolicLink(file, elsewhere);

        await RefusedAsync("File Fixture.Shop.dll has changed");
    }

    [Fact]
    public async Task A_version_that_was_tampered_with_does_not_give_way_to_another_for_a_pinned_source()
    {
        _bench.Install(_bench.Package("1.0.0"));
        _bench.Install(_bench.Package("1.1.0"));
        FlipLastByte(_bench.PathOf("1.1.0", "Fixture.Shop.deps.json"));

        await using var sound = await _bench.Catalog.OpenPinnedAsync("fixture-shop", "1.0.0", Token);

        var refusal = await Assert.ThrowsAsync<PluginException>(() => _bench.Catalog.OpenPinnedAsync("fixture-shop", "1.1.0", Token));
        Assert.Contains("File Fixture.Shop.deps.json has changed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_put_there_by_hand_is_refused_with_the_way_to_install_it()
    {
        ConnectorPackages.CopyFolder("Fixture.Shop.V1", Path.Combine(_bench.Installed, "by-hand"));

        var entry = Assert.Single(_bench.Catalog.Scan());

        Assert.Equal(ConnectorState.Incompatible, entry.State);
        Assert.Contains($"hub connector install {Path.Combine(_bench.Installed, "by-hand")}", Assert.Single(entry.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_lock_file_or_with_a_broken_one_nothing_runs()
    {
        _bench.Install(_bench.Package("1.0.0"));
        Write(_bench.LockPath, "{ \"format\": 1, \"plugins\": [ {");
        await RefusedAsync("cannot be read");

        File.Delete(_bench.LockPath);
        await RefusedAsync("is not in connectors.lock.json");
    }

    private static void Write(string path, string text) => File.WriteAllText(path, text);

    private static void FlipLastByte(string path)
    {
        var date = File.GetLastWriteTimeUtc(path);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, date);
    }

    private async Task RefusedAsync(string expected)
    {
        // The catalog that saw the sound files, and one of a new start.
        foreach (var catalog in new[] { _bench.Catalog, _bench.NewCatalog() })
        {
            var refusal = await Assert.ThrowsAsync<PluginException>(() => catalog.OpenPinnedAsync("fixture-shop", "1.0.0", Token));
            Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
            Assert.Contains(catalog.Scan(), e => e.State == ConnectorState.Incompatible && e.Reasons.Any(r => r.Contains(expected, StringComparison.Ordinal)));
        }
    }
}
