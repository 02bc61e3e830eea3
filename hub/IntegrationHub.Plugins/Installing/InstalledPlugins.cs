namespace IntegrationHub.Plugins.Installing;

/// <summary>Compares what lies in the folder of installed connectors with the lock file.</summary>
/// <param name="directory">That folder.</param>
internal sealed class InstalledPlugins(string directory)
{
    private const int NamedMax = 5;
    private const string Again = "Install it again: hub connector install PACKAGE.";

    private readonly string _directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));

    /// <summary>Says whether a plugin's folder is one of those that only an installation may fill.</summary>
    public bool Holds(string folder) => folder.StartsWith(_directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Finds what the lock file says of a plugin's folder.</summary>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public InstalledPlugin? Find(string folder) => ConnectorLock.Read(_directory).At(RelativeTo(folder));

    /// <summary>Finds what the lock file says of a plugin's folder and everything in which the folder differs from it.</summary>
    /// <returns>The entry, or <see langword="null"/> when there is none; and why the plugin is refused, empty when it is sound.</returns>
    public (InstalledPlugin? Plugin, IReadOnlyList<string> Reasons) Check(string folder)
    {
        ConnectorLock known;
        try
        {
            known = ConnectorLock.Read(_directory);
        }
        catch (InstallException e)
        {
            return (null, [$"{e.Message} Next: {e.Next}."]);
        }

        return known.At(RelativeTo(folder)) is { } plugin
            ? (plugin, Check(known, plugin, folder))
            : (null, [$"It was put into {_directory} by hand and is not in {ConnectorLock.FileName}. "
                + $"Install it: hub connector install {folder}, then remove that folder; or name its parent in {ConnectorCatalog.FoldersVariable} while you develop it."]);
    }

    private string RelativeTo(string folder) => Path.GetRelativePath(_directory, folder).Replace(Path.DirectorySeparatorChar, '/');

    private static List<string> Check(ConnectorLock known, InstalledPlugin plugin, string folder)
    {
        var reasons = new List<string>();
        if (plugin.Publisher is { } fingerprint)
        {
            CheckPublisher(known, plugin, fingerprint, folder, reasons);
        }

        var there = PluginFiles.Walk(folder).Where(e => e.Entry is FileInfo or { LinkTarget: not null }).ToDictionary(e => e.Path, e => e.Entry, StringComparer.Ordinal);
        Name(reasons, plugin.Files.Keys.Where(f => !there.ContainsKey(f)), "is missing");
        Name(reasons, there.Keys.Where(f => !plugin.Files.ContainsKey(f)), "was added");
        Name(reasons, plugin.Files.Where(f => there.TryGetValue(f.Key, out var entry) && !IsSame(entry, f.Value)).Select(f => f.Key), "has changed");
        return reasons;
    }

    private static void CheckPublisher(ConnectorLock known, InstalledPlugin plugin, string fingerprint, string folder, List<string> reasons)
    {
        if (known.PublisherOf(fingerprint) is not { } publisher)
        {
            reasons.Add($"The key that signed it ({fingerprint[..16]}) is no longer trusted. Pin it again with hub connector trust add KEY.pem, or remove the plugin.");
            return;
        }

        try
        {
            using var key = PublisherKey.Parse(publisher.Key, publisher.Name);
            var signature = PluginSignature.Read(folder);
            if (signature is null || signature.DifferenceTo(plugin.Name, plugin.Version, plugin.Files) is not null || !signature.IsBy(key))
            {
                reasons.Add($"Its signature by {publisher.Name} does not hold. {Again}");
            }
        }
        catch (InstallException e)
        {
            reasons.Add($"Its signature by {publisher.Name} cannot be checked: {e.Message} {Again}");
        }
    }

    // Size is compared before contents; a pipe or device put in a file's place has none and is never opened.
    private static bool IsSame(FileSystemInfo entry, string hash) =>
        entry is FileInfo { LinkTarget: null, Length: > 0 } file && PluginFiles.Hash(file) == hash;

    private static void Name(List<string> reasons, IEnumerable<string> files, string what)
    {
        var named = files.Order(StringComparer.Ordinal).ToList();
        reasons.AddRange(named.Take(NamedMax).Select(f => $"File {f} {what} since it was installed. {Again}"));
        if (named.Count > NamedMax)
        {
            reasons.Add($"{named.Count - NamedMax} more files: {what} since it was installed.");
        }
    }
}
