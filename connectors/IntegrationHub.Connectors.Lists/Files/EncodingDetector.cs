using System.Text;
using System.Text.Unicode;

namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>Tells a file's character encoding: by its byte order mark, else UTF-8 if all of it is valid, else Windows-1252.</summary>
internal static class EncodingDetector
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>Finds the encoding that a setting names.</summary>
    /// <param name="name">A name such as <c>windows-1252</c>, or <c>auto</c>.</param>
    /// <returns>The encoding, or <see langword="null"/> for auto.</returns>
    internal static Encoding? FromSetting(string name)
    {
        if (name.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException e)
        {
            throw ConnectorException.Configuration(
                "encoding", $"There is no encoding '{name}'.", "Use auto, utf-8, utf-16, windows-1252, iso-8859-15 or another IANA name.", e);
        }
    }

    /// <summary>Tells the encoding of a file.</summary>
    /// <param name="stream">The file, at its start; left anywhere.</param>
    /// <param name="size">About how many bytes it has.</param>
    /// <param name="bytesMax">How far to look; a cut-off character at that place does not count against UTF-8.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static Encoding Tell(Stream stream, long size, long bytesMax, CancellationToken cancellationToken)
    {
        var chunk = new byte[(int)Math.Clamp(size + 1, 16, ChunkBytes)];
        var filled = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        if (FromMark(chunk.AsSpan(0, filled)) is { } marked)
        {
            return marked;
        }

        long seen = filled;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isLast = filled < chunk.Length || seen >= bytesMax;
            var whole = isLast && seen < bytesMax ? filled : WholeCharacters(chunk.AsSpan(0, filled));
            if (!Utf8.IsValid(chunk.AsSpan(0, whole)))
            {
                return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            }

            if (isLast)
            {
                return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            }

            var carried = filled - whole;
            chunk.AsSpan(whole, carried).CopyTo(chunk);
            var read = stream.ReadAtLeast(chunk.AsSpan(carried), chunk.Length - carried, throwOnEndOfStream: false);
            filled = carried + read;
            seen += read;
        }
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0, not 0, 0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };

    // The length without a character that the end of the chunk may have cut in two.
    private static int WholeCharacters(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(4, chunk.Length); back++)
        {
            var lead = chunk[^back];
            if (lead < 0x80)
            {
                break;
            }

            if (lead >= 0xC0)
            {
                var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return length > back ? chunk.Length - back : chunk.Length;
            }
        }

        return chunk.Length;
    }
}
