using System.IO.Compression;

namespace IntegrationHub.Plugins.Installing;

/// <summary>A .nupkg file.</summary>
internal sealed class ZipPackage : IPluginPackage
{
    /// <summary>What is below this folder is the plugin.</summary>
    public const string PluginFolder = "connector/";

    // The kind of file, which Unix puts into the upper half of an entry's attributes.
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    private readonly ZipArchive _zip;

    private ZipPackage(string name, ZipArchive zip, PackageNuspec nuspec)
    {
        Name = name;
        _zip = zip;
        Nuspec = nuspec;
    }

    public string Name { get; }

    public PackageNuspec Nuspec { get; }

    /// <summary>Opens a package and looks at every name in it; unpacks nothing but the .nuspec.</summary>
    public static ZipPackage Open(string path)
    {
        var name = Path.GetFileName(path);
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            ZipDirectory.Check(file, name);
            var zip = new ZipArchive(file, ZipArchiveMode.Read);
            CheckEntries(zip, name);
            return new ZipPackage(name, zip, ReadNuspec(zip, name));
        }
        catch (InvalidDataException e)
        {
            file?.Dispose();
            throw new InstallException($"Package '{name}' is damaged.", "download it again", cause: e);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    public void ExtractTo(string folder)
    {
        var total = 0L;
        try
        {
            foreach (var entry in _zip.Entries.Where(IsPluginFile))
            {
                var relative = entry.FullName[PluginFolder.Length..];
                using var content = entry.Open();
                var limit = Math.Min(InstallLimits.PluginBytesMax - total, LimitOf(entry));
                total += DurableFile.Write(folder, relative, content, limit)
                    ?? throw Refused(Name, entry.FullName, "unpacks to more than it may");
            }
        }
        catch (InvalidDataException e)
        {
            throw new InstallException($"Package '{Name}' is damaged.", "download it again", cause: e);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static bool IsPluginFile(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith(PluginFolder, StringComparison.Ordinal) && !entry.FullName.EndsWith('/');

    private static void CheckEntries(ZipArchive zip, string name)
    {
        if (zip.Entries.Count > InstallLimits.FilesMax)
        {
            throw new InstallException(
                $"Package '{name}' has {zip.Entries.Count} entries; at most {InstallLimits.FilesMax} are allowed.", "ask its author for a smaller one");
        }

        var paths = new PathSet();
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            if (FaultOf(entry, paths) is { } fault)
            {
                throw Refused(name, entry.FullName, fault);
            }

            // What an entry says of its size may be a lie; what it unpacks to is counted again when it is.
            total += entry.Length;
            if (total > InstallLimits.PluginBytesMax)
            {
                throw new InstallException(
                    $"Package '{name}' unpacks to more than {InstallLimits.Mebibytes(InstallLimits.PluginBytesMax)}.", "do not use it");
            }
        }
    }

    private static string? FaultOf(ZipArchiveEntry entry, PathSet paths)
    {
        if (PackagePath.EscapeOf(entry.FullName) is { } escape)
        {
            return escape;
        }

        if (((entry.ExternalAttributes >> 16) & KindMask) is not (0 or RegularFile or Folder))
        {
            return "is a link, a device or another thing that is no file";
        }

        if (entry.IsEncrypted)
        {
            return "is encrypted";
        }

        if (entry.Length > LimitOf(entry))
        {
            return $"is packed tighter than {InstallLimits.RatioMax} to 1";
        }

        return entry.FullName.EndsWith('/')
            ? null
            : paths.Add(entry.FullName) ?? (IsPluginFile(entry) ? PluginFileFaultOf(entry) : null);
    }

    private static string? PluginFileFaultOf(ZipArchiveEntry entry) =>
        entry.Length == 0 ? "is empty" : PackagePath.FaultOf(entry.FullName[PluginFolder.Length..]);

    private static long LimitOf(ZipArchiveEntry entry) =>
        Math.Max(InstallLimits.RatioFreeBytes, entry.CompressedLength * InstallLimits.RatioMax);

    private static PackageNuspec ReadNuspec(ZipArchive zip, string name)
    {
        var found = zip.Entries.Where(e => e.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && !e.FullName.Contains('/', StringComparison.Ordinal)).ToList();
        if (found.Count != 1)
        {
            throw new InstallException($"Package '{name}' has {found.Count} .nuspec files; expected one.", "pack it again");
        }

        using var stream = found[0].Open();
        return PackageNuspec.Read(stream, name);
    }

    private static InstallException Refused(string package, string entry, string fault) => new(
        $"Package '{package}' is refused: '{entry}' {fault}.", "do not use it, and tell its author");
}
