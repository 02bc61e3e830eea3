using System.Diagnostics;
using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Plugins.Tests.Installing;

public sealed class HostileFolderTests : IDisposable
{
    private readonly InstallBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_link_to_a_file_is_refused() => Refused(
        folder => File.CreateSymbolicLink(Path.Combine(folder, "passwords"), "/etc/passwd"), "'passwords' is a link");

    [Fact]
    public void A_link_to_a_folder_is_refused_and_not_followed() => Refused(
        folder => Directory.CreateSymbolicLink(Path.Combine(folder, "all"), "/"), "'all' is a link");

    [Fact]
    public void A_pipe_is_refused_and_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");

        Refused(
            folder =>
            {
                using var made = Process.Start("mkfifo", [Path.Combine(folder, "pipe.dll")]);
                made.WaitForExit();
            },
            "'pipe.dll' is empty, or no ordinary file");
    }

    [Fact]
    public void A_name_that_no_plugin_may_have_is_refused() => Refused(
        folder => File.WriteAllText(Path.Combine(folder, ".env"), "x"), "'.env' has a part that is no plain file name");

    [Fact]
    public void A_folder_without_a_manifest_is_refused() => Refused(
        folder => File.Delete(Path.Combine(folder, "connector.json")), "holds no connector.json");

    [Fact]
    public void A_name_that_would_be_another_folder_is_refused() => Refused(
        folder => Rename(folder, "../../evil"), "The name '../../evil' in connector.json cannot be installed");

    [Fact]
    public void A_plugin_that_cannot_run_here_is_refused_with_the_reason() => Refused(
        folder => File.WriteAllBytes(Path.Combine(folder, "Fixture.Shop.dll"), [1, 2, 3]), "cannot run in this hub");

    [Fact]
    public void A_path_without_anything_is_wrong_use() =>
        Assert.True(_bench.Refused(new InstallRequest(Path.Combine(_bench.Work, "nothing")), "There is no file or folder").IsWrongUse);

    private static void Rename(string folder, string name)
    {
        var manifest = Path.Combine(folder, "connector.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(InstallBench.Id + "\",", name + "\",", StringComparison.Ordinal));
    }

    private void Refused(Action<string> spoil, string expected)
    {
        var folder = _bench.Folder("1.0.0");
        spoil(folder);
        _bench.Refused(new InstallRequest(folder) { AllowUnsigned = true }, expected);
    }
}
