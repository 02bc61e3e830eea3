using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.FiveMinutes.Tests;

/// <summary>What the packages carry.</summary>
public sealed class PackageTests(PackedFeed packed)
{
    // The portable PDB format's names for a document's own source and for the map of SourceLink.
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");
    private static readonly Guid SourceLink = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    public static TheoryData<string> Libraries() =>
        [.. Directory.GetDirectories(Repo.PathOf("sdk"), "IntegrationHub.*").Select(f => Path.GetFileName(f)!)];

    public static TheoryData<string> All() => [.. Libraries().Select(l => l.Data), "IntegrationHub.Templates", "hub"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_its_licence_its_commit_and_how_to_begin(string id)
    {
        using var package = Package.Open(packed.Feed, id);

        Assert.Equal("MIT", package.Says("license"));
        Assert.NotEmpty(package.Says("description")!);
        Assert.Contains(package.Says("readme")!, package.Files);
        Assert.Matches("^[0-9a-f]{40}$", package.Metadata.Elements().Single(e => e.Name.LocalName == "repository").Attribute("commit")!.Value);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_keeps_its_assembly_version_and_shows_nothing_of_the_machine_it_was_built_on(string id)
    {
        using var package = Package.Open(packed.Feed, id);
        var bytes = package.Read($"lib/net10.0/{id}.dll");
        using var assembly = new PEReader(new MemoryStream(bytes));

        Assert.Equal(new Version(1, 0, 0, 0), assembly.GetMetadataReader().GetAssemblyDefinition().Version);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repo.Root)) < 0, $"{id}.dll holds the path it was built in.");
        Assert.Contains($"lib/net10.0/{id}.xml", package.Files);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_debugger_finds_the_sources_by_the_symbols(string id)
    {
        using var symbols = Package.Open(packed.Feed, id, "snupkg");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Read($"lib/net10.0/{id}.pdb")));
        var reader = provider.GetMetadataReader();
        var kinds = reader.CustomDebugInformation.Select(h => reader.GetGuid(reader.GetCustomDebugInformation(h).Kind)).ToHashSet();

        Assert.True(kinds.Contains(SourceLink) || kinds.Contains(EmbeddedSource), $"The symbols of {id} neither link to sources nor hold them.");
    }

    [Fact]
    public void The_hub_brings_every_connector_of_this_repository()
    {
        using var hub = Package.Open(packed.Feed, "hub");
        var files = hub.Files.ToHashSet(StringComparer.Ordinal);

        Assert.All(Directory.GetDirectories(Repo.PathOf("connectors")).Select(f => Path.GetFileName(f)!), connector =>
        {
            Assert.Contains($"tools/net10.0/any/connectors/{connector}/connector.json", files);
            Assert.Contains($"tools/net10.0/any/connectors/{connector}/{connector}.dll", files);
        });
    }

    [Fact]
    public void The_template_names_the_version_of_the_SDK_that_it_is_packed_with()
    {
        using var sdk = Package.Open(packed.Feed, "IntegrationHub.Sdk");
        using var templates = Package.Open(packed.Feed, "IntegrationHub.Templates");
        var props = Encoding.UTF8.GetString(templates.Read("content/hub-connector/common/Directory.Build.props"));

        Assert.Contains($"<HubSdkVersion>{sdk.Says("version")}</HubSdkVersion>", props, StringComparison.Ordinal);
    }
}
