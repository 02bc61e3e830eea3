using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Integration.Tests.Cli;

/// <summary>Connectors installed, pinned, upgraded, rolled back and removed with the real executable.</summary>
public sealed class ConnectorInstallTests : IAsyncLifetime
{
    private const string Id = "Fixture.Shop";

    private readonly HubShell _shell = new();

    private string Connectors => Path.Combine(_shell.DataFolder, "connectors");

    public async ValueTask InitializeAsync() => await _shell.DoAsync("init");

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_sources_pinned_to_two_versions_sync_side_by_side()
    {
        await InstallAsync("1.0.0");
        await AddAsync("old");
        await InstallAsync("2.0.0");
        await AddAsync("new", "--set", "region=GB");

        await _shell.DoAsync("sync", "run", "old");
        await _shell.DoAsync("sync", "run", "new");

        Assert.Equal(("1.0.0", 1), (await VersionOfAsync("old"), await WriterOfStateAsync("old")));
        Assert.Equal(("2.0.0", 2), (await VersionOfAsync("new"), await WriterOfStateAsync("new")));
    }

    [Fact]
    public async Task An_upgrade_is_previewed_done_and_rolled_back_with_its_state()
    {
        await InstallAsync("1.0.0");
        await AddAsync("shop", "--set", "pageSize=20");
        await _shell.DoAsync("sync", "run", "shop");
        var before = await StateAsync("shop");
        var installed = await InstallAsync("2.0.0");
        Assert.Equal("shop", installed.GetProperty("sourcesOnOtherVersions")[0].GetString());

        var refused = await _shell.RunAsync("connector", "upgrade", "shop");
        var preview = (await _shell.DoAsync("connector", "upgrade", "shop", "--dry-run", "--set", "region=GB", "--json")).Json()[0];
        var stillOld = await VersionOfAsync("shop");
        await _shell.DoAsync("connector", "upgrade", "shop", "--set", "region=GB");
        await _shell.DoAsync("sync", "run", "shop");
        var upgraded = await WriterOfStateAsync("shop");
        var back = await _shell.DoAsync("connector", "rollback", "shop");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("'region' is missing", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["pageSize removed", "region added", "suffix changed"], Changes(preview, "settings"));
        Assert.Equal(["suppliers added"], Changes(preview, "streams"));
        Assert.Equal("1.0.0", stillOld);
        Assert.Equal(2, upgraded);
        Assert.Contains("back at 1.0.0 from 2.0.0", back.Out, StringComparison.Ordinal);
        Assert.Equal("1.0.0", await VersionOfAsync("shop"));
        Assert.Equal(before, await StateAsync("shop"));
        Assert.Equal(20, (await _shell.DoAsync("source", "show", "shop", "--json")).Json().GetProperty("settings").GetProperty("pageSize").GetInt32());
        await _shell.DoAsync("sync", "run", "shop");
        Assert.Equal(1, (await _shell.RunAsync("connector", "rollback", "shop")).Exit);
    }

    [Fact]
    public async Task Streams_that_cannot_be_compared_are_said_to_be_so()
    {
        await InstallAsync("1.0.0");
        await AddAsync("shop");
        await InstallAsync("2.0.0");

        var preview = await _shell.RunAsync("connector", "upgrade", "shop", "--dry-run");

        Assert.Equal(1, preview.Exit);
        Assert.Contains("streams: not compared: the settings do not fit the new version yet", preview.Out, StringComparison.Ordinal);
        Assert.Contains("'region' is missing", preview.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connector_in_use_is_not_removed_and_the_sources_are_named()
    {
        await InstallAsync("1.0.0");
        await AddAsync("first");
        await AddAsync("second");
        await InstallAsync("2.0.0");

        var refused = await _shell.RunAsync("connector", "remove", "fixture-shop");
        await _shell.DoAsync("connector", "remove", "fixture-shop", "--version", "2.0.0");
        await _shell.DoAsync("source", "remove", "first");
        await _shell.DoAsync("source", "remove", "second");
        await _shell.DoAsync("connector", "remove", "fixture-shop");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("is used by sources first, second", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Connectors, "fixture.shop")));
        Assert.Equal(2, (await _shell.RunAsync("connector", "remove", "list-file")).Exit);
    }

    [Fact]
    public async Task A_flipped_byte_fails_the_next_sync_with_the_file_and_the_next_step_and_other_sources_run()
    {
        await InstallAsync("1.0.0");
        await AddAsync("shop");
        await CrmShell.AddCrmAsync(_shell);
        Flip(Path.Combine(Connectors, "fixture.shop", "1.0.0", "Fixture.Shop.dll"));

        var run = await _shell.RunAsync("sync", "run", "--all");
        var verified = await _shell.RunAsync("connector", "verify", "fixture-shop");

        Assert.Equal(3, run.Exit);
        Assert.Contains("File Fixture.Shop.dll has changed since it was installed. Install it again", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(1, verified.Exit);
        Assert.Contains("Fixture.Shop.dll has changed", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_trusting_and_installing_from_a_feed_work_while_a_server_owns_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is stopped by a signal.");
        Keys("acme");
        Pack("1.0.0");
        await _shell.DoAsync("connector", "sign", "feed/Fixture.Shop.1.0.0.nupkg", "--key", "acme.pem");
        using var server = _shell.Start(["serve", "--urls", "http://127.0.0.1:0", "--json"], _shell.DataFolder);
        try
        {
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "}")
            {
            }

            var unsigned = await _shell.RunAsync("connector", "install", Id, "--source", "feed");
            await _shell.DoAsync("connector", "trust", "add", "acme.pub.pem", "--name", "acme");
            var installed = (await _shell.DoAsync("connector", "install", Id, "--source", "feed", "--json")).Json();
            await AddAsync("shop");
            await _shell.DoAsync("sync", "run", "shop");
            await _shell.DoAsync("connector", "trust", "remove", "acme");
            var refused = await _shell.RunAsync("sync", "run", "shop");

            Assert.Equal(1, unsigned.Exit);
            Assert.Contains("not signed by a publisher that you trust", unsigned.Error, StringComparison.Ordinal);
            Assert.Equal("acme", installed.GetProperty("publisher").GetString());
            Assert.Contains("no longer trusted", refused.Out + refused.Error, StringComparison.Ordinal);
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_installation_that_is_killed_leaves_the_old_version_and_the_next_one_cleans_up()
    {
        await InstallAsync("1.0.0");
        await AddAsync("shop");
        var package = Pack("2.0.0", zip =>
        {
            // Large enough to be caught in the middle, and not to be packed: 12 files of 8 MiB of noise.
            var noise = new byte[8 * 1024 * 1024];
            new Random(7).NextBytes(noise);
            for (var i = 0; i < 12; i++)
            {
                using var entry = zip.CreateEntry($"connector/noise{i}.bin", System.IO.Compression.CompressionLevel.NoCompression).Open();
                entry.Write(noise);
            }
        });

        using var install = _shell.Start(["connector", "install", package, "--allow-unsigned"], _shell.DataFolder);
        var stage = Path.Combine(Connectors, ".stage");
        while (!install.HasExited && !(Directory.Exists(stage) && Directory.EnumerateFiles(stage, "noise1.bin", SearchOption.AllDirectories).Any()))
        {
            await Task.Yield();
        }

        install.Kill();
        await install.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists(stage), "the installation was over before it could be killed");

        await _shell.DoAsync("sync", "run", "shop");
        var verified = (await _shell.DoAsync("connector", "verify", "--json")).Json();

        Assert.Equal("1.0.0", Assert.Single(verified.EnumerateArray().ToList()).GetProperty("version").GetString());
        Assert.False(Directory.Exists(stage));
        await InstallAsync("2.0.0");
    }

    private static List<string> Changes(JsonElement preview, string what) =>
        [.. preview.GetProperty(what).GetProperty("changes").EnumerateArray()
            .Select(c => $"{c.GetProperty("name").GetString()} {c.GetProperty("kind").GetString()}")];

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private void Keys(string name)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        _shell.Write($"{name}.pem", key.ExportPkcs8PrivateKeyPem());
        _shell.Write($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem());
    }

    private string Pack(string version, Action<System.IO.Compression.ZipArchive>? more = null)
    {
        var feed = Directory.CreateDirectory(Path.Combine(_shell.Folder, "feed")).FullName;
        var package = Path.Combine(feed, $"{Id}.{version}.nupkg");
        File.Delete(package);
        return ConnectorPackages.Pack(ConnectorPackages.Fixture($"Fixture.Shop.V{version[0]}"), package, Id, version, more);
    }

    private async Task<JsonElement> InstallAsync(string version) =>
        (await _shell.DoAsync("connector", "install", Pack(version), "--allow-unsigned", "--json")).Json();

    private Task<HubResult> AddAsync(string name, params string[] more) => _shell.DoAsync(["source", "add", name, "--connector", "fixture-shop", .. more]);

    private async Task<string?> VersionOfAsync(string name) =>
        (await _shell.DoAsync("source", "show", name, "--json")).Json().GetProperty("pluginVersion").GetString();

    private async Task<string> StateAsync(string name) => (await _shell.DoAsync("state", "show", name, "--json")).Out;

    private async Task<int> WriterOfStateAsync(string name)
    {
        var states = (await _shell.DoAsync("state", "show", name, "--stream", "people", "--json")).Json();
        return states[0].GetProperty("state").GetProperty("by").GetInt32();
    }
}
