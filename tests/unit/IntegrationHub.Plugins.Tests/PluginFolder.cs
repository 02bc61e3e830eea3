using System.Reflection;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Tests;

/// <summary>A search folder of its own for one test, filled with copies of the fixture plugins.</summary>
internal sealed class PluginFolder : IDisposable
{
    private static readonly string Fixtures = System.IO.Path.Combine(
        typeof(PluginFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!,
        "artifacts",
        "fixtures");

    public string Path { get; } = Directory.CreateTempSubdirectory("hub-plugins-").FullName;

    public string State => System.IO.Path.Combine(Path, ".state");

    public CapturingLogger Logger { get; } = new();

    public static string Fixture(string name) => System.IO.Path.Combine(Fixtures, name);

    /// <summary>Copies a fixture, with what is given in place of its manifest's values.</summary>
    public string Add(string fixture, string? folder = null, string? version = null, string? sdk = null, params string[] connectors)
    {
        var target = Directory.CreateDirectory(System.IO.Path.Combine(Path, folder ?? fixture)).FullName;
        foreach (var file in Directory.EnumerateFiles(Fixture(fixture)))
        {
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)), overwrite: true);
        }

        var manifest = System.IO.Path.Combine(target, "connector.json");
        var json = JObject.Parse(File.ReadAllText(manifest));
        json["version"] = version ?? json["version"];
        json["sdk"] = sdk ?? json["sdk"];
        json["connectors"] = connectors.Length > 0 ? new JArray(connectors.ToArray<object>()) : json["connectors"];
        File.WriteAllText(manifest, json.ToString());
        return target;
    }

    /// <summary>Makes a plugin whose entry is any bytes at all.</summary>
    public string AddFile(string folder, byte[] entry)
    {
        var target = Directory.CreateDirectory(System.IO.Path.Combine(Path, folder)).FullName;
        File.WriteAllBytes(System.IO.Path.Combine(target, "Any.dll"), entry);
        File.WriteAllText(
            System.IO.Path.Combine(target, "connector.json"),
            """{ "name": "Any", "version": "1.0.0", "sdk": ">=0.1 <2.0", "entry": "Any.dll", "connectors": ["any-id"] }""");
        return target;
    }

    public ConnectorCatalog Catalog(TimeProvider? clock = null, bool withState = false, bool inProcess = true, CallLimits? limits = null) => new(
        [Path],
        Logger,
        new ConnectorCatalogOptions
        {
            Clock = clock ?? TimeProvider.System,
            StateDirectory = withState ? State : null,
            Isolation = new IsolationRule(_ => inProcess),
            Limits = limits ?? new CallLimits(),
        });

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
