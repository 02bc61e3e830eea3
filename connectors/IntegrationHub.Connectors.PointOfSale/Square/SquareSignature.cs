using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Square's signature of what it sends: HMAC-SHA256 over the address and the body.</summary>
internal static class SquareSignature
{
    internal const string Header = "x-square-hmacsha256-signature";

    internal static bool IsValid(SquareEventsSettings settings, ReadOnlySpan<byte> body, string? given)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (given is null || !Convert.TryFromBase64String(given, sent, out var length) || length != sent.Length)
        {
            return false;
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.SignatureKey.Reveal()));
        hmac.AppendData(Encoding.UTF8.GetBytes(settings.NotificationUrl));
        hmac.AppendData(body);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.GetHashAndReset(expected);
        return CryptographicOperations.FixedTimeEquals(sent, expected);
    }
}
