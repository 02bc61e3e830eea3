using System.Text.Json;

namespace IntegrationHub.Sync.Admin;

/// <summary>The note that a running server leaves in its data folder, so that the command line finds it.</summary>
/// <param name="Url">Where the server listens, loopback: <c>http://127.0.0.1:5480</c>.</param>
/// <param name="Token">The secret that proves a caller may read the data folder; new at every start.</param>
/// <param name="ProcessId">The server's process.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record ServerFile(string Url, string Token, int ProcessId, DateTimeOffset StartedAt)
{
    /// <summary>Writes the note, readable by its owner only.</summary>
    /// <param name="folder">The folder that the server owns.</param>
    public void Write(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        AtomicFile.WritePrivate(folder.ServerFilePath, JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));
    }

    /// <summary>Removes the note.</summary>
    /// <param name="folder">The folder.</param>
    public static void Remove(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        File.Delete(folder.ServerFilePath);
    }

    /// <summary>Finds the server that owns a folder now.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The note, or <see langword="null"/> when no server owns the folder; a note left by a dead one counts as none.</returns>
    public static ServerFile? Find(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);

        if (!File.Exists(folder.ServerFilePath) || !FolderLock.IsHeld(folder))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ServerFile>(File.ReadAllBytes(folder.ServerFilePath), JsonSerializerOptions.Web);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
