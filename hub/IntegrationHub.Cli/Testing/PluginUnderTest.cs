using System.IO.Compression;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Testing;

/// <summary>A plugin's folder: the one named, or a package unpacked for the time of the test.</summary>
internal sealed class PluginUnderTest : IDisposable
{
    private const string PackageExtension = ".nupkg";
    private const string ManifestName = "connector.json";

    // Where a package holds the plugin; see sdk/docs/packaging.md.
    private const string PackageFolder = "connector/";
    private const long UnpackedBytesMax = 256L * 1024 * 1024;

    private readonly bool _isUnpacked;

    private PluginUnderTest(string folder, bool isUnpacked)
    {
        Folder = folder;
        _isUnpacked = isUnpacked;
    }

    /// <summary>Gets the folder with the manifest.</summary>
    public string Folder { get; }

    /// <summary>Finds the plugin.</summary>
    /// <exception cref="AdminException">There is none.</exception>
    public static PluginUnderTest Open(string path)
    {
        if (File.Exists(Path.Combine(path, ManifestName)))
        {
            return new PluginUnderTest(path, isUnpacked: false);
        }

        if (!File.Exists(path) || !path.EndsWith(PackageExtension, StringComparison.OrdinalIgnoreCase))
        {
            throw new AdminException(
                AdminFailure.WrongUse,
                $"There is no connector in '{path}'.",
                "a folder with a connector.json and the assembly it names, or a .nupkg",
                "dotnet build the connector and name its output folder");
        }

        var plugin = new PluginUnderTest(Directory.CreateTempSubdirectory("hub-connector-test-").FullName, isUnpacked: true);
        try
        {
            plugin.Unpack(path);
            return plugin;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_isUnpacked)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Unpack(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var files = archive.Entries.Where(e => e.FullName.StartsWith(PackageFolder, StringComparison.Ordinal) && !e.FullName.EndsWith('/')).ToList();
            if (!files.Exists(e => e.FullName == PackageFolder + ManifestName) || files.Sum(e => e.Length) > UnpackedBytesMax)
            {
                throw new AdminException(
                    AdminFailure.WrongUse, $"'{path}' is no connector's package.", $"{PackageFolder}{ManifestName} in it, and at most 256 MiB", "see sdk/docs/packaging.md");
            }

            files.ForEach(Unpack);
        }
        catch (InvalidDataException e)
        {
            throw new AdminException(AdminFailure.WrongUse, $"'{path}' is not a whole package.", next: "pack it again", innerException: e);
        }
    }

    private void Unpack(ZipArchiveEntry entry)
    {
        var target = Path.GetFullPath(Path.Combine(Folder, entry.FullName[PackageFolder.Length..]));
        if (!target.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new AdminException(AdminFailure.WrongUse, $"The package has an entry that leads out of it: '{entry.FullName}'.", next: "pack it again");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        entry.ExtractToFile(target);
    }
}
