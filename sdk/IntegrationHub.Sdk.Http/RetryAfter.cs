using System.Net.Http.Headers;

namespace IntegrationHub.Sdk.Http;

/// <summary>Reads the <c>Retry-After</c> header (RFC 9110, 10.2.3): seconds or an HTTP date.</summary>
internal static class RetryAfter
{
    internal static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider clock)
    {
        var header = headers.RetryAfter;
        if (header is null)
        {
            return null;
        }

        var wait = header.Delta ?? (header.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
