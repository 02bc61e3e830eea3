using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Demo;

/// <summary>Keeps the demo from touching a folder that is not its own.</summary>
internal sealed class DemoFolder(DataFolder folder)
{
    private const string MarkName = "made-by-hub-demo";

    private string Mark => Path.Combine(folder.FullPath, MarkName);

    /// <summary>Checks that the demo may use the folder, and makes it when it is missing.</summary>
    /// <param name="isFresh">What an earlier demo left may go.</param>
    /// <exception cref="AdminException">The folder holds something else, or an earlier demo that is to stay.</exception>
    public void Prepare(bool isFresh)
    {
        if (!Directory.Exists(folder.FullPath) || !Contents().Any())
        {
            folder.Create();
        }
        else if (!File.Exists(Mark))
        {
            throw new AdminException(
                AdminFailure.WrongUse, $"Folder '{folder.FullPath}' is not empty and no demo made it.", "a new or empty folder", "hub --data ./another-folder demo");
        }
        else if (!isFresh)
        {
            throw new AdminException(
                AdminFailure.WrongUse,
                $"Folder '{folder.FullPath}' holds a demo already.",
                "--fresh, to throw it away and start over",
                $"hub --data {folder.FullPath} demo --fresh");
        }
    }

    /// <summary>Empties the folder, which the caller owns, and marks it as the demo's.</summary>
    public void StartOver()
    {
        // Marked first: a demo that is stopped half-way may be started over.
        File.WriteAllText(Mark, "This data folder was made by 'hub demo'; 'hub demo --fresh' empties it.\n");
        foreach (var path in Contents().Where(p => p != Mark).ToList())
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private IEnumerable<string> Contents() =>
        Directory.EnumerateFileSystemEntries(folder.FullPath).Where(p => p != folder.LockPath && p != folder.LockOwnerPath);
}
