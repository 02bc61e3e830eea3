using System.Collections.Frozen;

namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>What field names say about cards.</summary>
internal static class CardNames
{
    private const int NameCharsMax = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forbidden = new[]
    {
        "cvv", "cvv2", "cvc", "cvc2", "cvn", "cvn2", "csc", "cav", "cav2", "cardcode", "securitycode", "cardsecuritycode", "cardcvv", "cardcvc",
        "verificationcode", "verificationvalue", "cardverificationcode", "cardverificationvalue", "pin", "pinblock", "cardpin", "pinnumber",
        "track", "track1", "track2", "track3", "trackdata", "track1data", "track2data", "magstripe", "magneticstripe", "magstripedata",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] OtherNumbers =
    [
        "loyal", "member", "bonus", "club", "reward", "point", "imei", "imsi", "iccid", "iban", "gift", "library", "customer", "patient", "insurance",
    ];

    /// <summary>Says whether a field may never be kept: a security code, a PIN, a magnetic track (PCI DSS 3.3.1).</summary>
    /// <param name="name">A field's or property's name, without its canonical prefix.</param>
    internal static bool IsForbidden(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[NameCharsMax];
        var length = 0;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            if (length == folded.Length)
            {
                return false;
            }

            folded[length++] = char.ToLowerInvariant(c);
        }

        return Forbidden.Contains(folded[..length]);
    }

    /// <summary>Says whether an identifier's name declares a number that may look like a payment card and is none, such as a loyalty card.</summary>
    /// <param name="name">The identifier's namespace.</param>
    internal static bool DeclaresOtherNumber(ReadOnlySpan<char> name)
    {
        foreach (var other in OtherNumbers)
        {
            if (name.Contains(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
