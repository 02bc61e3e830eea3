using System.IO.Compression;
using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Support;

/// <summary>Makes connector packages and plugin folders out of the fixture plugins.</summary>
public static partial class ConnectorPackages
{
    /// <summary>Gets the folder of a fixture plugin, as built.</summary>
    /// <param name="fixture">The fixture's project.</param>
    /// <returns>The full path.</returns>
    public static string Fixture(string fixture) => Repo.PathOf("artifacts", "fixtures", fixture);

    /// <summary>Copies a fixture plugin.</summary>
    /// <param name="fixture">The fixture's project.</param>
    /// <param name="folder">The folder to make.</param>
    /// <param name="version">The version to write into its manifest, or <see langword="null"/> to leave it.</param>
    /// <returns>The folder.</returns>
    public static string CopyFolder(string fixture, string folder, string? version = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Fixture(fixture)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (version is not null)
        {
            var manifest = Path.Combine(folder, "connector.json");
            File.WriteAllText(manifest, Version().Replace(File.ReadAllText(manifest), $"\"version\": \"{version}\""));
        }

        return folder;
    }

    /// <summary>Packs a plugin's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="package">The path of the .nupkg file to make.</param>
    /// <param name="id">The package's id.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="more">Puts more into the package, such as what should not be in it.</param>
    /// <returns>The path of the package.</returns>
    public static string Pack(string folder, string package, string id, string version, Action<ZipArchive>? more = null)
    {
        using var zip = ZipFile.Open(package, ZipArchiveMode.Create);
        AddText(zip, "[Content_Types].xml", "<Types/>");
        AddText(zip, $"{id}.nuspec", Nuspec(id, version));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            zip.CreateEntryFromFile(file, $"connector/{name}");
        }

        more?.Invoke(zip);
        return package;
    }

    /// <summary>Gives a .nuspec of a connector's package.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="type">The package type.</param>
    /// <returns>The XML.</returns>
    public static string Nuspec(string id, string version, string type = "IntegrationHubConnector") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id><version>{version}</version><authors>nobody</authors><description>A fixture.</description>
            <packageTypes><packageType name="{type}" /></packageTypes>
          </metadata>
        </package>
        """;

    /// <summary>Adds a file of text to a package.</summary>
    /// <param name="zip">The package.</param>
    /// <param name="name">The entry's name, any text at all.</param>
    /// <param name="text">The contents.</param>
    /// <returns>The entry.</returns>
    public static ZipArchiveEntry AddText(ZipArchive zip, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(zip);

        var entry = zip.CreateEntry(name);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
        return entry;
    }

    [GeneratedRegex("\"version\":\\s*\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
