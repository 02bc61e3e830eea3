using System.IO.Compression;
using System.Reflection;
using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Cli;

public sealed class ConnectorTestTests : IDisposable
{
    private static readonly string Root = ValueOf("RepoRoot");

    private readonly HubShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_connector_of_files_is_checked_with_settings_beside_its_manifest()
    {
        var plugin = CopyOf(Shipped("IntegrationHub.Connectors.Lists"));
        Write(plugin, "people.csv", "id,name\n1,Ann\n2,Joe\n3,Eve\n");
        Write(
            plugin,
            "conformance.json",
            """{ "list-file": { "settings": { "path": "people.csv", "mapping": { "key": "id", "columns": { "name": "name.full" } } } } }""");

        var result = await _shell.RunAsync(["connector", "test", plugin], hubData: null);

        Assert.Equal((0, string.Empty), (result.Exit, result.Error));
        Assert.Contains("✓ killed-and-resumed", result.Out, StringComparison.Ordinal);
        Assert.Contains("– server-errors       the connector reads without asking a server", result.Out, StringComparison.Ordinal);
        Assert.Contains("✓ unload", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_a_connector_that_asks_a_server_is_checked_with_a_recording()
    {
        var plugin = CopyOf(Shipped("IntegrationHub.Connectors.PointOfSale"));
        File.Copy(Path.Combine(Root, "tests/integration/IntegrationHub.Integration.Tests/Cli/square-recording.jsonl"), Path.Combine(plugin, "recording.jsonl"));
        Write(
            plugin,
            "conformance.json",
            """{ "pos-square": { "settings": { "accessToken": "made-up-token-1", "baseUrl": "{stub}/", "pageSize": 2 }, "replay": "recording.jsonl" } }""");
        var result = await _shell.RunAsync(["connector", "test", Pack(plugin), "--json"], hubData: null);

        Assert.Equal((0, string.Empty), (result.Exit, result.Error));
        var report = JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Single(r => r.GetProperty("id").GetString() == "pos-square");
        var passed = report.GetProperty("checks").EnumerateArray()
            .Where(c => c.GetProperty("result").GetString() == "passed").Select(c => c.GetProperty("id").GetString()).ToList();
        Assert.Superset(
            new HashSet<string?>(["check-good", "read-completes", "secrets", "too-many-requests", "server-errors", "time-outs", "garbage", "truncated", "paging-loop", "unload"]),
            passed.ToHashSet());
    }

    [Fact]
    public async Task A_broken_rule_fails_with_its_remedy_and_what_is_missing_is_said()
    {
        var result = await _shell.RunAsync(["connector", "test", Path.Combine(Root, "artifacts/fixtures/Fixture.One")], hubData: null);

        Assert.Equal(1, result.Exit);
        Assert.Contains("✗ description", result.Out, StringComparison.Ordinal);
        Assert.Contains("Mend it: set Title in its [Setting].", result.Out, StringComparison.Ordinal);
        Assert.Contains("Put conformance.json beside connector.json", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_no_longer_fits_is_a_failure_and_not_passed_over()
    {
        var plugin = CopyOf(Shipped("IntegrationHub.Connectors.PointOfSale"));
        Write(plugin, "recording.jsonl", """{"recording":1,"recordedAt":"2026-12-01T12:00:00Z"}""");
        Write(
            plugin,
            "conformance.json",
            """{ "pos-square": { "settings": { "accessToken": "made-up-token-1", "baseUrl": "{stub}/" }, "replay": "recording.jsonl" } }""");

        var result = await _shell.RunAsync(["connector", "test", plugin], hubData: null);

        Assert.Equal(1, result.Exit);
        Assert.Contains("✗ read-completes", result.Out, StringComparison.Ordinal);
        Assert.Contains("was not recorded", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no connector in")]
    [InlineData("broken", "cannot be used: it is no JSON document")]
    public async Task What_is_no_connector_or_no_settings_is_wrong_use(string folder, string words)
    {
        if (folder == "broken")
        {
            Write(CopyOf(Shipped("IntegrationHub.Connectors.Lists"), folder), "conformance.json", "{");
        }

        var result = await _shell.RunAsync(["connector", "test", folder], hubData: null);

        Assert.Equal((2, string.Empty), (result.Exit, result.Out));
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    private static void Write(string folder, string name, string contents) => File.WriteAllText(Path.Combine(folder, name), contents);

    private string Pack(string folder)
    {
        var package = Path.Combine(_shell.Folder, "plugin.nupkg");
        using var archive = ZipFile.Open(package, ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            archive.CreateEntryFromFile(file, "connector/" + Path.GetFileName(file));
        }

        return package;
    }

    private static string Shipped(string project) => Path.Combine(ValueOf("HubFolder"), "connectors", project);

    private static string ValueOf(string key) =>
        typeof(ConnectorTestTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private string CopyOf(string folder, string name = "plugin")
    {
        var copy = Directory.CreateDirectory(Path.Combine(_shell.Folder, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
