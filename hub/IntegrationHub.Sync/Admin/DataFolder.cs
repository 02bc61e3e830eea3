namespace IntegrationHub.Sync.Admin;

/// <summary>The folder that holds everything of one hub. Knows the names in it; opens nothing.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Names a folder; it need not exist.</summary>
    /// <param name="path">The folder's path; a relative one starts from the current directory.</param>
    public DataFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>Gets the absolute path.</summary>
    public string FullPath { get; }

    /// <summary>Gets the path of the store.</summary>
    public string DatabasePath => Path.Combine(FullPath, "hub.db");

    /// <summary>Gets the path of the key that encrypts the sources' secrets. Back it up apart from the store.</summary>
    public string SecretKeyPath => Path.Combine(FullPath, "secret.key");

    /// <summary>Gets the path of the hashes of the API keys.</summary>
    public string ApiKeysPath => Path.Combine(FullPath, "api-keys.json");

    /// <summary>Gets the path of the survivorship policy; without this file the default one holds.</summary>
    public string PolicyPath => Path.Combine(FullPath, "survivorship.json");

    /// <summary>Gets the folder that connectors are installed in.</summary>
    public string ConnectorsPath => Path.Combine(FullPath, "connectors");

    /// <summary>Gets the folder with notes on connectors that took the process down.</summary>
    public string ConnectorStatePath => Path.Combine(FullPath, "connector-state");

    /// <summary>Gets the path of the note that a running server leaves.</summary>
    public string ServerFilePath => Path.Combine(FullPath, "server.json");

    /// <summary>Gets the path of the file whose lock makes its holder the owner of the folder.</summary>
    public string LockPath => Path.Combine(FullPath, ".lock");

    /// <summary>Gets the path of the note on who holds the lock.</summary>
    public string LockOwnerPath => Path.Combine(FullPath, ".lock.owner");

    /// <summary>Gets a value indicating whether the folder has been made by <c>hub init</c>.</summary>
    public bool IsInitialized => File.Exists(DatabasePath);

    /// <summary>Makes the folder, readable by its owner only.</summary>
    /// <exception cref="AdminException">The path is a file, or a folder with other things in it.</exception>
    public void Create()
    {
        if (File.Exists(FullPath))
        {
            throw AdminException.WrongUse($"'{FullPath}' is a file.", "the path of a new or empty folder", "choose another --data folder");
        }

        if (Directory.Exists(FullPath))
        {
            if (!IsInitialized && Directory.EnumerateFileSystemEntries(FullPath).Any(e => !IsOurs(e)))
            {
                throw AdminException.WrongUse(
                    $"Folder '{FullPath}' has other things in it.", "a new or empty folder", "choose another --data folder");
            }

            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullPath);
        }
        else
        {
            Directory.CreateDirectory(FullPath, OwnerOnly);
        }
    }

    /// <summary>Checks that the folder has been made.</summary>
    /// <exception cref="AdminException">It has not.</exception>
    public void RequireInitialized()
    {
        if (!IsInitialized)
        {
            throw AdminException.WrongUse($"'{FullPath}' is not a data folder.", "a folder made by 'hub init'", $"hub --data {FullPath} init");
        }
    }

    // An init that was interrupted leaves these; the next one goes on from there.
    private bool IsOurs(string entry) =>
        entry == LockPath || entry == LockOwnerPath || entry == SecretKeyPath || entry == ApiKeysPath
        || entry == ConnectorsPath || entry == PolicyPath;
}
