using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Plugins.Tests.Installing;

/// <summary>What a process that was killed leaves at each step, and that the next call undoes it.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly InstallBench _bench = new();

    public InterruptionTests() => _bench.Install(_bench.Package("1.0.0"));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Killed_while_unpacking()
    {
        var stage = PluginStage.Begin(_bench.Installed);
        File.WriteAllText(Path.Combine(stage.NewFolder, "half.dll"), "x");

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void Killed_before_the_new_version_is_in_its_place()
    {
        var stage = PluginStage.Begin(_bench.Installed);
        stage.Announce("fixture.shop/2.0.0");

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void Killed_between_the_new_version_in_its_place_and_the_lock_file()
    {
        var stage = PluginStage.Begin(_bench.Installed);
        File.WriteAllText(Path.Combine(stage.NewFolder, "connector.json"), "{}");
        stage.Announce("fixture.shop/2.0.0");
        stage.MoveIn("fixture.shop/2.0.0");

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void Killed_between_the_first_version_of_a_plugin_in_its_place_and_the_lock_file()
    {
        var stage = PluginStage.Begin(_bench.Installed);
        File.WriteAllText(Path.Combine(stage.NewFolder, "connector.json"), "{}");
        stage.Announce("other/2.0.0");
        stage.MoveIn("other/2.0.0");

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void Killed_after_the_lock_file_before_the_stage_is_gone()
    {
        PluginStage.Begin(_bench.Installed).Announce("fixture.shop/1.0.0");

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void Killed_in_a_removal_after_the_lock_file()
    {
        _bench.Install(_bench.Package("2.0.0"));
        PluginStage.Begin(_bench.Installed).Announce("fixture.shop/2.0.0");
        var known = ConnectorLock.Read(_bench.Installed);
        known.Without(known.Find("Fixture.Shop", "2.0.0")!).Write(_bench.Installed);

        OnlyTheOldIsLeft();
    }

    [Fact]
    public void A_stage_that_names_a_folder_elsewhere_is_not_obeyed()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_bench.Work, "outside")).FullName;
        PluginStage.Begin(_bench.Installed).Announce(Path.GetRelativePath(_bench.Installed, outside));

        Assert.Throws<InstallException>(_bench.NewInstaller().CleanUp);
        Assert.True(Directory.Exists(outside));
    }

    private void OnlyTheOldIsLeft()
    {
        _bench.NewInstaller().CleanUp();

        Assert.Equal(
            [Path.Combine(_bench.Installed, "connectors.lock.json"), Path.Combine(_bench.Installed, "fixture.shop")],
            Directory.EnumerateFileSystemEntries(_bench.Installed).Order(StringComparer.Ordinal));
        Assert.Equal(["1.0.0"], Directory.EnumerateDirectories(Path.Combine(_bench.Installed, "fixture.shop")).Select(Path.GetFileName));
        Assert.True(Assert.Single(_bench.NewInstaller().Verify()).IsSound);
    }
}
