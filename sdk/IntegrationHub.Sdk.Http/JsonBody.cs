using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>Reads an answer's body as JSON while it arrives.</summary>
internal static class JsonBody
{
    private const int DepthMax = 128;

    /// <summary>Reads one document. Only a failed answer may be something else than JSON.</summary>
    internal static async Task<(JToken? Body, bool IsHtml, string? Problem)> ReadAsync(
        HttpResponseMessage response, long bytesMax, CancellationToken cancellationToken)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isHtml = mediaType is "text/html" or "application/xhtml+xml";
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var bounded = new BoundedStream(stream, bytesMax);
        try
        {
            using var reader = new JsonTextReader(new StreamReader(bounded, Encoding.UTF8))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = DepthMax,
            };
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return (null, isHtml, null);
            }

            var body = await JToken.ReadFromAsync(reader, cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? (null, isHtml, $"more text after the document, line {reader.LineNumber}")
                : (body, isHtml, null);
        }
        catch (JsonReaderException e)
        {
            // The exception's own text may quote the answer; only the place is passed on.
            return (null, isHtml || bounded.FirstByte == (byte)'<', $"line {e.LineNumber}, position {e.LinePosition}");
        }
    }
}
