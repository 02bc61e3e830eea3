using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace IntegrationHub.Plugins.Installing;

/// <summary>Writes files so that they are on the disk, name included, when the call returns.</summary>
internal static class DurableFile
{
    private const int CopyBytes = 128 * 1024;

    /// <summary>Writes one new file below a folder.</summary>
    /// <returns>Its size, or <see langword="null"/> when it would be larger than the limit; a part of it is left then.</returns>
    public static long? Write(string folder, string relativePath, Stream content, long bytesMax)
    {
        var path = Path.Combine(folder, relativePath.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        var written = 0L;
        try
        {
            while (content.Read(buffer) is var count and > 0)
            {
                written += count;
                if (written > bytesMax)
                {
                    return null;
                }

                file.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        file.Flush(flushToDisk: true);
        return written;
    }

    /// <summary>Puts contents in the place of a file: a reader sees the old or the new, never a part.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> contents)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            file.Write(contents);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Brings the names in a folder and its subfolders to the disk.</summary>
    public static void FlushFolders(string folder)
    {
        foreach (var subfolder in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            FlushFolder(subfolder);
        }

        FlushFolder(folder);
    }

    /// <summary>Brings the names in a folder to the disk, where the system can.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS keeps names in its own journal.
        }

        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], flags: 0);
        if (handle >= 0)
        {
            // A file system that cannot do this says so; then the journal it has must do.
            _ = Flush(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
