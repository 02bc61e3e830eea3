using System.Security.Cryptography;

namespace IntegrationHub.Plugins.Installing;

/// <summary>The files below a plugin's folder, by relative path with <c>/</c>, in ordinal order.</summary>
internal static class PluginFiles
{
    /// <summary>Lists the files. Links are not followed but refused, since what they lead to may change unseen.</summary>
    /// <exception cref="InstallException">A file is of a kind or has a name that no plugin may have, or there are too many.</exception>
    public static IReadOnlyList<(string Path, FileInfo File)> List(string folder)
    {
        var paths = new PathSet();
        var files = new List<(string Path, FileInfo File)>();
        foreach (var (path, entry) in Walk(folder))
        {
            if (FaultOf(path, entry, paths) is { } fault)
            {
                throw new InstallException($"Folder '{folder}' is refused: '{path}' {fault}.", "remove or rename it");
            }

            if (paths.Count > InstallLimits.FilesMax)
            {
                throw new InstallException(
                    $"Folder '{folder}' has more than {InstallLimits.FilesMax} files.", "name the folder that holds the plugin alone");
            }

            if (entry is FileInfo file)
            {
                files.Add((path, file));
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    /// <summary>Lists everything below a folder; a link is one entry, whatever it leads to.</summary>
    public static IEnumerable<(string Path, FileSystemInfo Entry)> Walk(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var waiting = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (waiting.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos("*", options))
            {
                yield return (Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'), entry);
                if (entry is DirectoryInfo { LinkTarget: null } subfolder)
                {
                    waiting.Push(subfolder);
                }
            }
        }
    }

    public static SortedDictionary<string, string> Hash(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in List(folder))
        {
            hashes.Add(path, Hash(file));
        }

        return hashes;
    }

    public static string Hash(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string? FaultOf(string path, FileSystemInfo entry, PathSet paths) => entry switch
    {
        { LinkTarget: not null } => "is a link",
        DirectoryInfo => null,
        _ when PackagePath.FaultOf(path) is { } fault => fault,

        // A pipe, a socket or a device has no length; opening one would wait for ever or do harm.
        FileInfo { Length: 0 } => "is empty, or no ordinary file",
        _ => paths.Add(path),
    };
}
