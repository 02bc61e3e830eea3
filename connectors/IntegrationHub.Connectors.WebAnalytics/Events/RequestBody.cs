using System.IO.Compression;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Reads a body whatever its headers claim: RudderStack sends gzipped JSON as a form, PostHog's browser script names the
/// compression in the query only.</summary>
internal static class RequestBody
{
    private const byte Gzip1 = 0x1f;
    private const byte Gzip2 = 0x8b;
    private const string Deflate = "deflate";
    private const int BufferBytes = 16 * 1024;

    /// <summary>Gives the body decompressed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tooLarge">Refuses a body that is larger than allowed, in the protocol's own way.</param>
    /// <exception cref="RefusedException">It is larger than allowed once decompressed, or damaged.</exception>
    internal static ReadOnlyMemory<byte> Open(ReceivedRequest request, Func<string, RefusedException> tooLarge)
    {
        var body = request.Body;
        if (body.Length > 1 && body.Span[0] == Gzip1 && body.Span[1] == Gzip2)
        {
            return Decompress(body, static s => new GZipStream(s, CompressionMode.Decompress), tooLarge);
        }

        return request.Headers.TryGetValue("Content-Encoding", out var encoding) && string.Equals(encoding, Deflate, StringComparison.OrdinalIgnoreCase)
            ? Decompress(body, static s => new ZLibStream(s, CompressionMode.Decompress), tooLarge)
            : body;
    }

    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> body, Func<Stream, Stream> open, Func<string, RefusedException> tooLarge)
    {
        using var packed = new MemoryStream(body.ToArray(), writable: false);
        using var stream = open(packed);
        using var output = new MemoryStream(body.Length * 4);
        var buffer = new byte[BufferBytes];
        try
        {
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                output.Write(buffer, 0, count);
                if (output.Length > EventLimits.BodyBytesMax)
                {
                    throw tooLarge($"The body has more than {EventLimits.BodyBytesMax} bytes once decompressed.");
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw RefusedException.Bad("The compressed body is damaged.", e);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
