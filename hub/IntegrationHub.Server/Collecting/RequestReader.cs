using IntegrationHub.Sdk;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Server.Collecting;

/// <summary>Reads a request into what a receiver gets.</summary>
internal static class RequestReader
{
    private const int FirstBytes = 4 * 1024;

    internal static async Task<ReceivedRequest> ReadAsync(HttpContext context, string source, DateTimeOffset now)
    {
        var request = context.Request;
        var prefix = "/v1/collect/".Length + source.Length;
        var path = request.Path.Value!;
        return new ReceivedRequest
        {
            Method = request.Method.ToUpperInvariant(),
            Path = path.Length > prefix ? path[prefix..] : "/",
            Query = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal),
            Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = await ReadBodyAsync(request, context.RequestAborted),
            ReceivedAt = now,
        };
    }

    // Kestrel ends the reading with 413 at the server's limit, also when the length was not announced.
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream((int)(request.ContentLength ?? FirstBytes));
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
