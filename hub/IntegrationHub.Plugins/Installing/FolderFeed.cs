using IntegrationHub.Plugins.Versions;

namespace IntegrationHub.Plugins.Installing;

/// <summary>A folder of .nupkg files: flat, or <c>id/version/</c> as NuGet lays them out.</summary>
internal static class FolderFeed
{
    /// <summary>Finds a package.</summary>
    /// <param name="folder">The feed.</param>
    /// <param name="package"><c>id</c> for the highest version, a release before any pre-release; or <c>id@version</c>.</param>
    /// <returns>The path of the .nupkg file.</returns>
    /// <exception cref="InstallException">There is none.</exception>
    public static string Find(string folder, string package)
    {
        if (!Directory.Exists(folder))
        {
            throw new InstallException($"There is no folder '{folder}'.", "give the folder with the packages to --source", isWrongUse: true);
        }

        var parts = package.Split('@', 2);
        var id = parts[0];
        var wanted = parts.Length == 2
            ? SemVersion.TryParse(parts[1])
                ?? throw new InstallException($"'{parts[1]}' is no version.", "give ID or ID@VERSION, such as Contoso.Shop@1.2.0", isWrongUse: true)
            : null;
        var offers = Offers(folder, id);
        var found = wanted is null
            ? offers.OrderByDescending(o => o.Version.PreRelease.Length == 0).ThenByDescending(o => o.Version).FirstOrDefault()
            : offers.Find(o => o.Version == wanted);
        return found.Path ?? throw new InstallException(
            $"Folder '{folder}' has no package {package}; it has {(offers.Count == 0 ? $"no version of {id}" : string.Join(", ", offers.Select(o => o.Version).Order()))}.",
            "check id and version, or give the path of the .nupkg file",
            isWrongUse: true);
    }

    private static List<(string Path, SemVersion Version)> Offers(string folder, string id)
    {
        // Names of files, not contents: the package itself is checked when it is opened.
        string[] folders = [folder, .. Subfolders(folder, id)];
        var files = folders.SelectMany(f => Directory.EnumerateFiles(f, "*.nupkg")).Take(InstallLimits.FeedFilesMax + 1).ToList();
        if (files.Count > InstallLimits.FeedFilesMax)
        {
            throw new InstallException(
                $"Folder '{folder}' holds more than {InstallLimits.FeedFilesMax} packages.", "give the path of the .nupkg file", isWrongUse: true);
        }

        var prefix = id + ".";
        return [.. from file in files
                   let name = Path.GetFileNameWithoutExtension(file)
                   where name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                   let version = SemVersion.TryParse(name[prefix.Length..])
                   where version is not null
                   select (file, version)];
    }

    private static IEnumerable<string> Subfolders(string folder, string id) => Directory.EnumerateDirectories(folder)
        .Where(f => string.Equals(Path.GetFileName(f), id, StringComparison.OrdinalIgnoreCase))
        .SelectMany(Directory.EnumerateDirectories);
}
