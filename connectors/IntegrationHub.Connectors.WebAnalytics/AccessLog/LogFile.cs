using System.IO.Compression;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>One file of a log.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Fingerprint">Tells it again after it was renamed or compressed: made from its first line, 16 hexadecimal digits.</param>
/// <param name="FirstTime">The time of its first line.</param>
internal sealed record LogFile(string Path, string Name, string Fingerprint, DateTimeOffset FirstTime)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Opens a file, decompressed. Whoever writes or rotates it is not disturbed.</summary>
    internal static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.SequentialScan);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
