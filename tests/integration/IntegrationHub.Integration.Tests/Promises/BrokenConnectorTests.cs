using System.Reflection;
using System.Text;
using IntegrationHub.Integration.Tests.Cli;

namespace IntegrationHub.Integration.Tests.Promises;

/// <summary>A folder of broken plugins beside good ones: each is named with its reason, and the good ones work.</summary>
public sealed class BrokenConnectorTests
{
    private static readonly string Fixtures = Path.Combine(
        typeof(BrokenConnectorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!,
        "artifacts",
        "fixtures");

    [Fact]
    public async Task Broken_plugins_are_named_and_set_aside_while_good_ones_run()
    {
        using var shell = new HubShell();
        await shell.DoAsync("init");
        var plugins = shell.Connectors = Path.Combine(shell.Folder, "plugins");
        Add(plugins, "empty", "Plugin.dll", [], "bad-empty");
        Add(plugins, "noise", "Plugin.dll", Noise(), "bad-noise");
        Copy("Fixture.One", Path.Combine(plugins, "framework"));
        MakeForAnotherFramework(Path.Combine(plugins, "framework", "Fixture.One.dll"));
        Copy("Fixture.Faulty", Path.Combine(plugins, "throws"));
        Manifest(Path.Combine(plugins, "throws"), "Fixture.Faulty.dll", "faulty-constructor");
        Copy("Fixture.NewerSdk", Path.Combine(plugins, "newer"));
        Copy("Fixture.Two", Path.Combine(plugins, "lacking"));
        File.Delete(Path.Combine(plugins, "lacking", "Fixture.Dependency.dll"));

        var listed = await shell.DoAsync("connector", "list", "--json");

        var entries = listed.Json().EnumerateArray()
            .Where(e => e.GetProperty("folder").GetString()?.StartsWith(plugins, StringComparison.Ordinal) == true)
            .ToDictionary(e => Path.GetFileName(e.GetProperty("folder").GetString()!), StringComparer.Ordinal);
        foreach (var folder in new[] { "empty", "noise", "framework", "throws", "newer", "lacking" })
        {
            var entry = Assert.Contains(folder, entries);
            Assert.False(string.Equals("discovered", entry.GetProperty("state").GetString(), StringComparison.Ordinal), folder);
            Assert.NotEqual(0, entry.GetProperty("reasons").GetArrayLength());
        }

        await CrmShell.AddCrmAsync(shell);
        await shell.DoAsync("sync", "run", "crm");
        var refused = await shell.RunAsync("source", "add", "x", "--connector", "bad-empty", "--set", "path=x");
        Assert.InRange(refused.Exit, 1, 2);
        Assert.Contains("bad-empty", refused.Error, StringComparison.Ordinal);
    }

    private static void Add(string plugins, string folder, string file, byte[] assembly, string id)
    {
        var path = Directory.CreateDirectory(Path.Combine(plugins, folder)).FullName;
        File.WriteAllBytes(Path.Combine(path, file), assembly);
        Manifest(path, file, id);
    }

    private static void Manifest(string folder, string entry, string id) => File.WriteAllText(
        Path.Combine(folder, "connector.json"),
        $$"""{"name":"{{Path.GetFileName(folder)}}","version":"1.0.0","sdk":">=0.1 <2.0","entry":"{{entry}}","connectors":["{{id}}"]}""");

    private static byte[] Noise()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static void Copy(string fixture, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Fixtures, fixture)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    // The name of the framework stands in the assembly as plain text; the other one has the same length.
    private static void MakeForAnotherFramework(string assembly)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(assembly));
        Assert.Contains("Version=v10.0", text, StringComparison.Ordinal);
        File.WriteAllBytes(assembly, Encoding.Latin1.GetBytes(text.Replace("Version=v10.0", "Version=v99.0", StringComparison.Ordinal)));
    }
}
