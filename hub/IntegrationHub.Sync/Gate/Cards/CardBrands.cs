namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>Which card scheme issues a number: by its first digits and its length.</summary>
internal static class CardBrands
{
    internal const int DigitsMin = 13;
    internal const int DigitsMax = 19;
    private const int IinDigits = 6;

    // Bits of the lengths that a scheme uses: 1 << digits.
    private const int Only15 = 1 << 15;
    private const int Only16 = 1 << 16;
    private const int From16 = Only16 | 1 << 17 | 1 << 18 | 1 << 19;
    private const int Visas = 1 << 13 | Only16 | 1 << 19;
    private const int Dinerses = 1 << 14 | Only16;
    private const int Maestros = 1 << 13 | Only16 | 1 << 18 | 1 << 19;

    // From the narrow ranges to the wide ones; the first that fits counts.
    private static readonly (int From, int To, int Lengths, string Brand)[] Ranges =
    [
        (622126, 622925, From16, "unionpay"), (353000, 358999, From16, "jcb"), (352800, 352999, From16, "jcb"),
        (508500, 508999, Only16, "rupay"), (606985, 607984, Only16, "rupay"), (608001, 608500, Only16, "rupay"),
        (652150, 653149, Only16, "rupay"), (506099, 506198, From16, "verve"), (650002, 650027, From16, "verve"),
        (979200, 979289, Only16, "troy"), (860000, 860099, Only16, "uzcard"), (986000, 986099, Only16, "humo"),
        (220000, 220499, From16, "mir"), (222100, 272099, Only16, "mastercard"), (510000, 559999, Only16, "mastercard"),
        (340000, 349999, Only15, "amex"), (370000, 379999, Only15, "amex"),
        (601100, 601199, From16, "discover"), (644000, 659999, From16, "discover"),
        (300000, 305999, Dinerses, "diners"), (309500, 309599, Dinerses, "diners"), (360000, 369999, Dinerses, "diners"),
        (380000, 399999, Dinerses, "diners"),
        (501800, 501899, Maestros, "maestro"), (501900, 501999, Only16, "dankort"), (502000, 502099, Maestros, "maestro"),
        (503800, 503899, Maestros, "maestro"), (561200, 561299, Maestros, "maestro"), (589300, 589399, Maestros, "maestro"),
        (630400, 630499, Maestros, "maestro"), (636000, 639999, From16, "maestro"), (670000, 679999, Maestros, "maestro"),
        (620000, 629999, From16, "unionpay"), (810000, 817199, From16, "unionpay"), (400000, 499999, Visas, "visa"),
    ];

    /// <summary>Names the scheme of a number that also passes the Luhn check.</summary>
    /// <param name="digits">The digits as numbers 0 to 9.</param>
    /// <returns>The scheme in lower case, or <see langword="null"/>.</returns>
    internal static string? Of(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < DigitsMin or > DigitsMax)
        {
            return null;
        }

        var iin = 0;
        foreach (var digit in digits[..IinDigits])
        {
            iin = (iin * 10) + digit;
        }

        foreach (var range in Ranges)
        {
            if (iin >= range.From && iin <= range.To && (range.Lengths & (1 << digits.Length)) != 0)
            {
                return PassesLuhn(digits) && !IsEan13(digits) ? range.Brand : null;
            }
        }

        return null;
    }

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        var isDoubled = false;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var digit = isDoubled ? digits[i] * 2 : digits[i];
            sum += digit > 9 ? digit - 9 : digit;
            isDoubled = !isDoubled;
        }

        return sum % 10 == 0;
    }

    /// <summary>Says whether 13 digits are an article number; German ones begin like a Visa, whose 13-digit cards are long gone.</summary>
    private static bool IsEan13(ReadOnlySpan<byte> digits)
    {
        if (digits.Length != DigitsMin)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += digits[i] * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0;
    }
}
