using IntegrationHub.Plugins.Manifests;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>Lists the folders that plugins may be in.</summary>
internal sealed class PluginFolders(IEnumerable<string> folders, ILogger logger)
{
    private const int SubfoldersMax = 1_000;

    /// <summary>Gets the search folders as full paths, each once.</summary>
    public IReadOnlyList<string> Searched { get; } = [.. folders
        .Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)))
        .Distinct(StringComparer.Ordinal)];

    public List<string> Find()
    {
        var found = new List<string>();
        foreach (var folder in Searched)
        {
            if (!Directory.Exists(folder))
            {
                Log.FolderMissing(logger, folder);
            }
            else if (File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            {
                found.Add(folder);
            }
            else
            {
                found.AddRange(Subfolders(folder).SelectMany(Versions));
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Gives the folder itself, or those in it when it holds versions of one plugin side by side.</summary>
    private IEnumerable<string> Versions(string folder)
    {
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName)))
        {
            return [folder];
        }

        var versions = Subfolders(folder).Where(f => File.Exists(Path.Combine(f, PluginManifest.FileName))).ToList();
        return versions.Count > 0 ? versions : [folder];
    }

    private List<string> Subfolders(string folder)
    {
        try
        {
            var subfolders = Directory.EnumerateDirectories(folder)
                .Where(f => !Path.GetFileName(f).StartsWith('.'))
                .Take(SubfoldersMax + 1)
                .Order(StringComparer.Ordinal)
                .ToList();
            if (subfolders.Count > SubfoldersMax)
            {
                Log.FolderTooLarge(logger, folder, SubfoldersMax);
                subfolders.RemoveAt(SubfoldersMax);
            }

            return subfolders;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(logger, folder, e.Message);
            return [];
        }
    }
}
