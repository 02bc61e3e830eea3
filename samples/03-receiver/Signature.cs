using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;

namespace Receiver;

/// <summary>The header <c>X-Signature: t=UNIX-SECONDS,v1=HEX</c>: HMAC-SHA256 over the time, a dot and the body.</summary>
internal static class Signature
{
    private const string Header = "X-Signature";

    // <signature>
    /// <summary>Says whether the sender knows the secret and signed not long ago.</summary>
    internal static bool IsGood(ReceivedRequest request, NewsletterSettings settings)
    {
        var parts = (request.Headers.TryGetValue(Header, out var text) ? text : string.Empty).Split(',');
        if (parts is not [['t', '=', .. var time], ['v', '1', '=', .. var given]]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(request.ReceivedAt.ToUnixTimeSeconds() - seconds) > settings.Tolerance.TotalSeconds)
        {
            return false;
        }

        var key = Encoding.UTF8.GetBytes(settings.SigningSecret.Reveal());
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. request.Body.Span];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, signed));

        // Takes as long for a wrong first letter as for a wrong last one.
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given));
    }

    // </signature>
}
