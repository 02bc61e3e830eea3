using System.Globalization;

namespace IntegrationHub.Sync.Admin;

/// <summary>Makes this process the owner of a data folder until disposed. The system frees it when the process dies.</summary>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private readonly DataFolder _folder;
    private readonly FileStream _stream;

    private FolderLock(DataFolder folder, FileStream stream)
    {
        _folder = folder;
        _stream = stream;
    }

    /// <summary>Waits for the ownership.</summary>
    /// <param name="folder">The folder; must exist.</param>
    /// <param name="purpose">What the owner does, for the message to those who wait: <c>hub sync run</c>.</param>
    /// <param name="wait">How long to wait for another owner to end.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="AdminException">Another process still owns the folder.</exception>
    public static async Task<FolderLock> AcquireAsync(
        DataFolder folder, string purpose, TimeSpan wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);

        var started = clock.GetTimestamp();
        while (true)
        {
            if (TryAcquire(folder, purpose) is { } taken)
            {
                return taken;
            }

            if (clock.GetElapsedTime(started) >= wait)
            {
                throw AdminException.Conflict(
                    $"Data folder '{folder.FullPath}' is in use by {DescribeOwner(folder)}.",
                    "one owner at a time",
                    "wait until it has ended, or stop it, then try again");
            }

            await Task.Delay(RetryInterval, clock, cancellationToken);
        }
    }

    /// <summary>Takes the ownership if it is free.</summary>
    /// <param name="folder">The folder; must exist.</param>
    /// <param name="purpose">What the owner does.</param>
    /// <returns>The lock, or <see langword="null"/> when another process has it.</returns>
    public static FolderLock? TryAcquire(DataFolder folder, string purpose)
    {
        ArgumentNullException.ThrowIfNull(folder);

        FileStream stream;
        try
        {
            stream = new FileStream(folder.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }

        AtomicFile.WritePrivate(
            folder.LockOwnerPath,
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({purpose})")));
        return new FolderLock(folder, stream);
    }

    /// <summary>Says whether a process owns the folder now.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns><see langword="true"/> when one does.</returns>
    public static bool IsHeld(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);

        if (!File.Exists(folder.LockPath))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(folder.LockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_folder.LockOwnerPath);
        _stream.Dispose();
    }

    private static string DescribeOwner(DataFolder folder)
    {
        try
        {
            return File.ReadAllText(folder.LockOwnerPath);
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
