using System.Buffers.Text;
using System.Text;
using System.Web;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Opens a form whose one field <c>data</c> holds JSON, plain or in base64, as older PostHog scripts send it.</summary>
internal static class FormBody
{
    private static ReadOnlySpan<byte> Prefix => "data="u8;

    internal static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.StartsWith(Prefix))
        {
            return body;
        }

        var data = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body.Span))["data"] ?? string.Empty;
        var bytes = Encoding.UTF8.GetBytes(data);
        return Base64.IsValid(bytes) ? Convert.FromBase64String(data) : bytes;
    }
}
