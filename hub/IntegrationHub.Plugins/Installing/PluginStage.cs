using System.Text;

namespace IntegrationHub.Plugins.Installing;

/// <summary>A folder beside the installed connectors, on the same volume, in which a plugin is made ready or taken apart.</summary>
/// <remarks>It notes which installed folder it is about before that folder is touched. After a crash the lock file decides: a folder that
/// a stage names and the lock file does not know is half an installation, or the rest of a removal, and goes with the stage.</remarks>
internal sealed class PluginStage : IDisposable
{
    /// <summary>Begins with a dot, so that no search for plugins looks into it.</summary>
    private const string Root = ".stage";
    private const string TargetName = "target";

    private readonly string _directory;
    private readonly string _folder;

    private PluginStage(string directory)
    {
        _directory = directory;
        _folder = Directory.CreateDirectory(Path.Combine(directory, Root, Guid.NewGuid().ToString("N"))).FullName;
        NewFolder = Directory.CreateDirectory(Path.Combine(_folder, "new")).FullName;
    }

    /// <summary>Gets where the plugin's files go first.</summary>
    public string NewFolder { get; }

    public static PluginStage Begin(string directory) => new(directory);

    /// <summary>Ends what a process that died left behind. Only the owner of the data folder may call it.</summary>
    public static void CleanUp(string directory)
    {
        var root = Path.Combine(directory, Root);
        if (!Directory.Exists(root))
        {
            return;
        }

        var known = ConnectorLock.Read(directory);
        foreach (var stage in Directory.EnumerateDirectories(root))
        {
            var note = Path.Combine(stage, TargetName);
            if (File.Exists(note) && File.ReadAllText(note) is { Length: > 0 } target && known.At(target) is null)
            {
                RemoveFolder(directory, target);
            }

            Directory.Delete(stage, recursive: true);
        }

        Directory.Delete(root, recursive: true);
    }

    /// <summary>Says which installed folder is about to change.</summary>
    public void Announce(string relativeFolder)
    {
        DurableFile.Replace(Path.Combine(_folder, TargetName), Encoding.UTF8.GetBytes(relativeFolder));
        DurableFile.FlushFolder(Path.Combine(_directory, Root));
    }

    /// <summary>Puts the new folder in its place; one that is there already moves out of the way first.</summary>
    public void MoveIn(string relativeFolder)
    {
        var target = Path.Combine(_directory, relativeFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        DurableFile.FlushFolders(NewFolder);
        MoveOut(relativeFolder);
        Directory.Move(NewFolder, target);
        DurableFile.FlushFolder(Path.GetDirectoryName(target)!);
        DurableFile.FlushFolder(_directory);
    }

    /// <summary>Takes an installed folder away in one step; its files go with the stage.</summary>
    public void MoveOut(string relativeFolder)
    {
        var target = Path.Combine(_directory, relativeFolder);
        if (Directory.Exists(target))
        {
            Directory.Move(target, Path.Combine(_folder, "old"));
        }
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        DeleteIfEmpty(Path.Combine(_directory, Root));
    }

    /// <summary>Removes the folder of a plugin's name when its last version is gone.</summary>
    public static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private static void RemoveFolder(string directory, string target)
    {
        var folder = Path.GetFullPath(target, directory);
        if (!folder.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InstallException($"A stage in '{directory}' names a folder outside of it.", $"look at {Path.Combine(directory, Root)} and remove it");
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        DeleteIfEmpty(Path.GetDirectoryName(folder)!);
    }
}
