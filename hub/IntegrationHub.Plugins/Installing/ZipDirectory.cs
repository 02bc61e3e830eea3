using System.Buffers.Binary;

namespace IntegrationHub.Plugins.Installing;

/// <summary>Looks at the end of a zip file before anything else reads it: a table of contents of millions of entries would fill the
/// memory before one of them could be counted.</summary>
internal static class ZipDirectory
{
    private const uint Signature = 0x06054b50;
    private const int RecordBytes = 22;
    private const int CommentBytesMax = ushort.MaxValue;

    /// <summary>Refuses what is no zip file, or has a table of contents too large for a plugin.</summary>
    public static void Check(Stream file, string name)
    {
        if (file.Length > InstallLimits.PackageBytesMax)
        {
            throw new InstallException(
                $"Package '{name}' is larger than {InstallLimits.Mebibytes(InstallLimits.PackageBytesMax)}.", "ask its author for a smaller one");
        }

        var tail = new byte[Math.Min(file.Length, RecordBytes + CommentBytesMax)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        for (var at = tail.Length - RecordBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == Signature)
            {
                CheckRecord(tail.AsSpan(at), file.Length, name);
                file.Seek(0, SeekOrigin.Begin);
                return;
            }
        }

        throw new InstallException($"Package '{name}' is no zip file, or a part of one.", "download it again");
    }

    // A zip64 file writes all ones into these fields; a package that needs zip64 is far past every limit.
    private static void CheckRecord(ReadOnlySpan<byte> record, long fileBytes, string name)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (entries == ushort.MaxValue || start == uint.MaxValue || fileBytes - start > InstallLimits.ZipDirectoryBytesMax + CommentBytesMax)
        {
            throw new InstallException(
                $"Package '{name}' has a table of contents too large for a plugin; at most {InstallLimits.FilesMax} files are allowed.",
                "ask its author for a smaller one");
        }
    }
}
