using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>Replaces payment card numbers in a text by brand and last four digits: <c>[card visa ****1234]</c>.</summary>
/// <remarks>A number is a card when it has 13 to 19 digits in a usual grouping, begins as a card scheme's numbers do and
/// passes the Luhn check, also with spaces, dashes or line breaks inside. Where one was found, a security code beside it and the rest of a
/// magnetic track go too. IBANs, article numbers, phone numbers with a plus and digits glued to letters are left alone. Thread-safe.</remarks>
public static partial class CardMasker
{
    private const int RegexTimeoutMilliseconds = 5000;

    /// <summary>Masks.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same text object when it holds no card number.</returns>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.Length < CardBrands.DigitsMin)
        {
            return text;
        }

        StringBuilder? masked = null;
        var copied = 0;
        var position = 0;
        while (NextDigit(text, position) is >= 0 and var start)
        {
            if (IbanSpan.EndOf(text, start) is > 0 and var ibanEnd)
            {
                position = ibanEnd;
            }
            else if (CardRun.TryFind(text, start, out var card))
            {
                masked ??= new StringBuilder(text.Length);
                masked.Append(text, copied, start - copied).Append("[card ").Append(card.Brand).Append(" ****");
                masked.Append((char)('0' + (card.LastFour / 1000))).Append((char)('0' + (card.LastFour / 100 % 10)));
                masked.Append((char)('0' + (card.LastFour / 10 % 10))).Append((char)('0' + (card.LastFour % 10))).Append(']');
                copied = card.End;
                position = card.End;
            }
            else
            {
                position = EndOfDigits(text, start);
            }
        }

        return masked is null ? text : WithoutCodes(masked.Append(text, copied, text.Length - copied).ToString());
    }

    /// <summary>Masks a raw payload: card numbers as in <see cref="Mask"/>, and security codes also where no card number is.</summary>
    /// <param name="text">A refused payload in any format.</param>
    /// <returns>The payload as it may be kept.</returns>
    public static string MaskPayload(string text) => WithoutCodes(Mask(text));

    /// <summary>Says whether a text as a whole is a card number, whatever its separators.</summary>
    /// <param name="text">Any text.</param>
    /// <returns><see langword="true"/> when nothing but a card number is in it.</returns>
    public static bool IsCard(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length >= CardBrands.DigitsMin && CardRun.Digit(text[0]) >= 0
            && CardRun.TryFind(text, 0, out var card) && card.End == text.Length;
    }

    private static int NextDigit(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (CardRun.Digit(text[i]) >= 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int EndOfDigits(string text, int from)
    {
        while (from < text.Length && CardRun.Digit(text[from]) >= 0)
        {
            from++;
        }

        return from;
    }

    private static string WithoutCodes(string text)
    {
        text = TrackRest().Replace(text, "${card}");
        return SecurityCode().Replace(text, "${name} [removed]");
    }

    [GeneratedRegex(
        @"\b(?<name>cvv2?|cvc2?|cvn2?|csc|cid|cav2?|security\s?code|verification\s?(?:code|value)|pr[uü]f(?:ziffer|nummer)|kpn|pin)\b[^\p{L}\p{N}]{0,6}\d{3,6}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RegexTimeoutMilliseconds)]
    private static partial Regex SecurityCode();

    [GeneratedRegex(
        @"(?<card>\[card [a-z]+ \*{4}\d{4}\])(?:\^[^^?\n]{2,40}\^[^?\n]{4,80}\??|[=D]\d{7,40}\??)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RegexTimeoutMilliseconds)]
    private static partial Regex TrackRest();
}
