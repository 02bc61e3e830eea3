using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Versioning;

namespace IntegrationHub.Plugins.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_plugin_is_discovered_with_its_title_and_no_reason()
    {
        _folder.Add("Fixture.One");

        var entry = Assert.Single(_folder.Catalog().Scan());

        Assert.Equal(("fixture-one", "Fixture one", "1.0.0", ConnectorState.Discovered), (entry.Id, entry.Title, entry.Version, entry.State));
        Assert.Empty(entry.Reasons);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_one_entry_named_after_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "stray"));

        Assert.Equal("stray", Incompatible("no connector.json").Id);
    }

    [Fact]
    public void An_empty_dll_is_named() => Broken([], "Any.dll is empty");

    [Fact]
    public void Random_bytes_are_named()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);

        Broken(bytes, "not a .NET assembly");
    }

    [Fact]
    public void A_truncated_dll_is_named() =>
        Broken(File.ReadAllBytes(typeof(ConnectorCatalog).Assembly.Location)[..2000], "not a .NET assembly", "cannot be read");

    [Fact]
    public void A_native_library_is_named()
    {
        var bytes = File.ReadAllBytes(typeof(ConnectorCatalog).Assembly.Location);
        var headers = BitConverter.ToInt32(bytes, 0x3c) + 24;
        var directories = headers + (BitConverter.ToInt16(bytes, headers) == 0x20b ? 112 : 96);
        bytes.AsSpan(directories + (14 * 8), 8).Clear(); // No CLI header: an ordinary Windows dll.

        Broken(bytes, "native code");
    }

    [Theory]
    [InlineData(".NETCoreApp,Version=v11.0", "made for .NET 11.0; this hub runs on .NET 10.0")]
    [InlineData(".NETFramework,Version=v4.8", "made for .NETFramework 4.8")]
    public void Another_framework_is_named(string framework, string expected) => Broken(Emit(framework, typeof(object).Assembly.GetName()), expected);

    [Fact]
    public void A_newer_assembly_of_dotnet_is_named_with_both_versions() => Broken(
        Emit(".NETCoreApp,Version=v10.0", new AssemblyName("System.Collections") { Version = new Version(11, 0, 0, 0) }),
        "needs System.Collections 11.0.0.0 of .NET; this hub runs with 10.0.0.0");

    [Fact]
    public void A_dll_that_is_not_there_is_named()
    {
        File.Delete(Path.Combine(_folder.Add("Fixture.One"), "Fixture.One.dll"));

        Incompatible("Fixture.One.dll, named by connector.json, is not in the folder");
    }

    [Fact]
    public void A_missing_dependency_is_named_with_who_needs_it()
    {
        File.Delete(Path.Combine(_folder.Add("Fixture.One"), "Fixture.Dependency.dll"));

        Incompatible("Fixture.One.dll needs Fixture.Dependency 1.0.0.0, which is not in the folder");
    }

    [Fact]
    public void What_only_the_hub_itself_uses_is_not_lent_to_plugins() => Broken(
        Emit(".NETCoreApp,Version=v10.0", new AssemblyName("IntegrationHub.Core") { Version = new Version(1, 0, 0, 0) }),
        "Any.dll needs IntegrationHub.Core 1.0.0.0, which is not in the folder");

    [Fact]
    public void Members_of_a_newer_sdk_are_named_one_by_one()
    {
        _folder.Add("Fixture.NewerSdk");

        Incompatible("IntegrationHub.Sdk.CheckResult.Combine(IntegrationHub.Sdk.CheckResult, IntegrationHub.Sdk.CheckResult), IntegrationHub.Sdk.CheckResult.Severity.");
    }

    [Fact]
    public void An_sdk_range_without_this_hub_is_refused_with_both_versions()
    {
        _folder.Add("Fixture.One", sdk: ">=1.4 <2.0");

        Incompatible("needs IntegrationHub.Sdk >=1.4 <2.0; this hub has 0.1.0");
    }

    [Fact]
    public void Another_contract_version_of_the_sdk_is_refused() => Broken(
        Emit(".NETCoreApp,Version=v10.0", new AssemblyName("IntegrationHub.Sdk") { Version = new Version(2, 0, 0, 0) }),
        "contract 2 of IntegrationHub.Sdk; this hub has contract 1");

    [Fact]
    public void An_id_without_a_class_is_named_with_the_ids_that_have_one()
    {
        _folder.Add("Fixture.One", connectors: "fixture-other");

        Incompatible("no class in Fixture.One.dll has [Connector(\"fixture-other\")]; found: fixture-one");
    }

    [Fact]
    public void Looking_runs_no_code_of_a_plugin()
    {
        _folder.Add("Fixture.Faulty", connectors: ["faulty-crash", "faulty-constructor", "faulty-static"]);

        Assert.All(_folder.Catalog().Scan(), e => Assert.Equal(ConnectorState.Discovered, e.State));
    }

    [Fact]
    public void Of_two_folders_with_the_same_id_the_higher_version_wins_and_the_other_says_why()
    {
        _folder.Add("Fixture.One", "a", version: "1.9.0");
        _folder.Add("Fixture.One", "b", version: "1.10.0");

        var entries = _folder.Catalog().Scan();

        Assert.Equal([("1.10.0", ConnectorState.Discovered), ("1.9.0", ConnectorState.Superseded)], entries.Select(e => (e.Version, e.State)));
        Assert.Contains("1.10.0", Assert.Single(entries[1].Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_higher_version_that_cannot_run_gives_way()
    {
        _folder.Add("Fixture.One", "a", version: "1.0.0");
        _folder.Add("Fixture.One", "b", version: "2.0.0", sdk: ">=9");

        Assert.Equal(
            [("1.0.0", ConnectorState.Discovered), ("2.0.0", ConnectorState.Incompatible)],
            _folder.Catalog().Scan().Select(e => (e.Version, e.State)));
    }

    [Fact]
    public void Of_equal_versions_the_earlier_folder_wins()
    {
        _folder.Add("Fixture.One", "b");
        _folder.Add("Fixture.One", "a");

        Assert.EndsWith("a", _folder.Catalog().Scan()[0].Folder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_folder_may_be_a_plugin_itself()
    {
        var plugin = _folder.Add("Fixture.One");

        Assert.Equal("fixture-one", Assert.Single(new ConnectorCatalog([plugin], _folder.Logger).Scan()).Id);
    }

    [Fact]
    public void The_environment_adds_folders()
    {
        var added = string.Join(Path.PathSeparator, "/one", "/two");
        Environment.SetEnvironmentVariable(ConnectorCatalog.FoldersVariable, added);
        try
        {
            Assert.Equal(
                [Path.Combine(AppContext.BaseDirectory, "connectors"), "/data/connectors", "/one", "/two"],
                ConnectorCatalog.DefaultFolders("/data"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConnectorCatalog.FoldersVariable, null);
        }
    }

    /// <summary>An assembly that refers to another one and says which framework it is made for.</summary>
    private static byte[] Emit(string framework, AssemblyName reference)
    {
        var assembly = new PersistedAssemblyBuilder(
            new AssemblyName("Any"),
            typeof(object).Assembly,
            [new CustomAttributeBuilder(typeof(TargetFrameworkAttribute).GetConstructor([typeof(string)])!, [framework])]);
        var type = assembly.DefineDynamicModule("Any").DefineType("Any.Thing", TypeAttributes.Public);
        type.CreateType();
        using var stream = new MemoryStream();
        var metadata = assembly.GenerateMetadata(out var code, out var fields);
        metadata.AddAssemblyReference(
            metadata.GetOrAddString(reference.Name!), reference.Version!, default, default, default, default);
        var blob = new System.Reflection.Metadata.BlobBuilder();
        new System.Reflection.PortableExecutable.ManagedPEBuilder(
            System.Reflection.PortableExecutable.PEHeaderBuilder.CreateLibraryHeader(),
            new System.Reflection.Metadata.Ecma335.MetadataRootBuilder(metadata),
            code,
            fields).Serialize(blob);
        blob.WriteContentTo(stream);
        return stream.ToArray();
    }

    private void Broken(byte[] entry, params string[] expected)
    {
        _folder.AddFile("broken", entry);
        var reasons = Assert.Single(_folder.Catalog().Scan()).Reasons;

        Assert.Contains(reasons, r => expected.Any(e => r.Contains(e, StringComparison.Ordinal)));
        Assert.Equal(ConnectorState.Incompatible, _folder.Catalog().Scan()[0].State);
    }

    private ConnectorEntry Incompatible(string expected)
    {
        var entry = Assert.Single(_folder.Catalog().Scan());

        Assert.Equal(ConnectorState.Incompatible, entry.State);
        Assert.Contains(entry.Reasons, r => r.Contains(expected, StringComparison.Ordinal));
        return entry;
    }
}
