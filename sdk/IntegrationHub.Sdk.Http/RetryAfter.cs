using System.Net.Http.Headers;

namespace IntegrationHub.Sdk.Http;

/// <summary>Reads the <c>Retry-After</c> header (RFC 9110, 10.2.3): seconds or an HTTP date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Max = TimeSpan.FromDays(30);

    internal static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider clock)
    {
        var header = headers.RetryAfter;
        if (header is null)
        {
            return null;
        }

        // A date is one of the server's clock, so it is measured from the server's own date: ours may be hours off.
        var wait = header.Delta ?? (header.Date - (headers.Date ?? clock.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Max ? Max : wait;
    }
}
