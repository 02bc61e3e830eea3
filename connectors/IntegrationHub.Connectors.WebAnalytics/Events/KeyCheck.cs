using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Says whether a sender shows the right key. Comparing takes the same time whatever the sender shows.</summary>
/// <param name="settings">The keys.</param>
internal sealed class KeyCheck(EventsSettings settings)
{
    private const string BasicScheme = "Basic ";
    private const string BearerScheme = "Bearer ";

    /// <summary>Looks at the headers alone.</summary>
    /// <returns><see langword="true"/> or <see langword="false"/> when they show a key, right or wrong; <see langword="null"/> when they show none.</returns>
    internal bool? InHeaders(ReceivedRequest request)
    {
        if (request.Headers.TryGetValue("X-Write-Key", out var key) && key.Length > 0)
        {
            // Jitsu's clients write "key:secret", or the key with nothing behind the colon.
            return IsKey(key) || IsKey(key.TrimEnd(':'));
        }

        if (!request.Headers.TryGetValue("Authorization", out var authorization))
        {
            return null;
        }

        if (authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
        {
            var token = authorization[BearerScheme.Length..].Trim();
            return IsEqual(settings.BearerToken, token) | IsEqual(settings.SecondBearerToken, token);
        }

        return authorization.StartsWith(BasicScheme, StringComparison.OrdinalIgnoreCase)
            ? UserOf(authorization[BasicScheme.Length..].Trim()) is { } user && IsKey(user)
            : null;
    }

    internal bool IsKey(string? shown) =>
        shown is not null && (IsEqual(settings.WriteKey, shown) | IsEqual(settings.SecondWriteKey, shown));

    /// <summary>Digests have one length, so not even that of the key shows.</summary>
    private static bool IsEqual(Secret? key, string shown) =>
        key is not null && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal())), SHA256.HashData(Encoding.UTF8.GetBytes(shown)));

    private static string? UserOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var count))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, count);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? text : text[..colon];
    }
}
