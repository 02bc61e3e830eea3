namespace IntegrationHub.Sync.Admin;

/// <summary>Writes a file so that a reader sees the old contents or the new, never a part.</summary>
internal static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a new file beside the target; <see cref="Publish"/> puts it in place.</summary>
    public static FileStream CreateTemporary(string path, bool isPrivate, out string temporaryPath)
    {
        temporaryPath = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(temporaryPath, options);
    }

    /// <summary>Renames the closed temporary file over the target.</summary>
    public static void Publish(string temporaryPath, string path) => File.Move(temporaryPath, path, overwrite: true);

    /// <summary>Writes a small file that only its owner may read.</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> contents)
    {
        using (var stream = CreateTemporary(path, isPrivate: true, out var temporary))
        {
            stream.Write(contents);
            stream.Flush(flushToDisk: true);
            stream.Close();
            Publish(temporary, path);
        }
    }
}
