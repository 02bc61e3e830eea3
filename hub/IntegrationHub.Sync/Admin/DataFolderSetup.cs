namespace IntegrationHub.Sync.Admin;

/// <summary>Puts into a data folder what is missing.</summary>
public static class DataFolderSetup
{
    /// <summary>Makes the store and the key that encrypts secrets, unless they are there.</summary>
    /// <param name="folder">The folder, owned by the caller.</param>
    /// <param name="openStore">Opens the store, which makes it or brings it up to date, and says whether secrets are kept in it.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">The key is missing but secrets are stored: a new key could never open them.</exception>
    public static async Task CompleteAsync(DataFolder folder, Func<Task<bool>> openStore)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(openStore);

        var hasKey = File.Exists(folder.SecretKeyPath);
        if (!folder.IsInitialized && !hasKey)
        {
            // Before the store, so that a folder that counts as initialised always has a key.
            SecretKeyFile.Create(folder.SecretKeyPath);
            hasKey = true;
        }

        var hasSecrets = await openStore();
        if (!hasKey && hasSecrets)
        {
            throw AdminException.Failed(
                $"The key file '{folder.SecretKeyPath}' is missing, but secrets are stored that only it can open.",
                next: "put it back from your backup");
        }

        if (!hasKey)
        {
            SecretKeyFile.Create(folder.SecretKeyPath);
        }
    }
}
