using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Plugins.Versions;

namespace IntegrationHub.Plugins.Installing;

/// <summary>What the description of a NuGet package says that matters here.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">The package's version.</param>
internal sealed record PackageNuspec(string Id, SemVersion Version)
{
    private const string PackageType = "IntegrationHubConnector";

    /// <summary>Reads it.</summary>
    /// <exception cref="InstallException">It is broken, or the package is none of a connector.</exception>
    public static PackageNuspec Read(Stream stream, string package)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = InstallLimits.NuspecCharactersMax,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            return Read(XDocument.Load(reader), package);
        }
        catch (XmlException e)
        {
            throw new InstallException($"The .nuspec of package '{package}' cannot be read (line {e.LineNumber}).", "pack it again", cause: e);
        }
    }

    private static PackageNuspec Read(XDocument document, string package)
    {
        // The namespace of a .nuspec differs from one version of NuGet to the next.
        var metadata = document.Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "metadata");
        var types = metadata?.Elements().Where(e => e.Name.LocalName == "packageTypes").Elements().Select(e => (string?)e.Attribute("name")) ?? [];
        if (!types.Contains(PackageType, StringComparer.OrdinalIgnoreCase))
        {
            throw new InstallException(
                $"Package '{package}' is no connector: it does not have the package type {PackageType}.",
                "if it is yours, see sdk/docs/packaging.md; else check the name");
        }

        var id = Text(metadata, "id");
        var version = SemVersion.TryParse(Text(metadata, "version"));
        return id is not null && version is not null
            ? new PackageNuspec(id, version)
            : throw new InstallException($"The .nuspec of package '{package}' has no usable id and version such as 1.4.0.", "pack it again");
    }

    private static string? Text(XElement? metadata, string name) =>
        metadata?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
}
