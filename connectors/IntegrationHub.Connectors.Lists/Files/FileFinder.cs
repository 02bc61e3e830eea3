using IntegrationHub.Connectors.Lists.Places;

namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>Turns the <c>path</c> setting into the files to read, in ordinal order of their names.</summary>
internal static class FileFinder
{
    private static readonly EnumerationOptions Flat = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    private static readonly EnumerationOptions Deep = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
    };

    internal static List<FoundFile> Find(string path, string baseDirectory, ListFormat format)
    {
        try
        {
            var files = FindCore(path, Path.GetFullPath(path, Path.GetFullPath(baseDirectory)), format);
            files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ConnectorException.Configuration(
                "path", $"'{path}' cannot be listed.", "Check that it exists and that the hub's user may read it.", e);
        }
    }

    private static List<FoundFile> FindCore(string path, string full, ListFormat format)
    {
        if (File.Exists(full))
        {
            return [Describe(full, Path.GetFileName(full))];
        }

        if (Directory.Exists(full))
        {
            return AtLeastOne(
                Collect(full, Flat, name => FormatDetector.MayHold(name, format)),
                $"Folder '{path}' holds no list file.",
                $"Put files ending in {string.Join(", ", FormatDetector.Extensions(format))} there, or give a pattern such as *.dat.");
        }

        if (!GlobPattern.IsGlob(path))
        {
            throw ConnectorException.Configuration(
                "path",
                $"'{path}' does not exist; looked for '{full}'.",
                "Give the path of a file, a folder or a pattern; relative paths start in the folder shown.");
        }

        var pattern = GlobPattern.Parse(full);
        if (!Directory.Exists(pattern.Root))
        {
            throw ConnectorException.Configuration(
                "path", $"Folder '{pattern.Root}' of the pattern '{path}' does not exist.", "Correct the pattern or create the folder.");
        }

        return AtLeastOne(
            Collect(pattern.Root, pattern.IsDeep ? Deep : Flat, pattern.Matches),
            $"No file matches '{path}'.",
            "Correct the pattern; * stands for any characters of a name, ** for any folders.");
    }

    private static List<FoundFile> Collect(string folder, EnumerationOptions options, Func<string, bool> wanted)
    {
        var files = new List<FoundFile>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!wanted(name) || HalfWritten.ByName(name))
            {
                continue;
            }

            if (files.Count == ListLimits.FilesMax)
            {
                throw ConnectorException.Configuration(
                    "path", $"More than {ListLimits.FilesMax} files match.", "Narrow the pattern, or join the files.");
            }

            files.Add(Describe(file, name));
        }

        return files;
    }

    private static List<FoundFile> AtLeastOne(List<FoundFile> files, string problem, string nextStep) =>
        files.Count > 0 ? files : throw ConnectorException.Configuration("path", problem, nextStep);

    private static FoundFile Describe(string path, string name)
    {
        var file = new FileInfo(path);
        return new FoundFile(path, name, file.Length, file.LastWriteTimeUtc.Ticks);
    }
}
