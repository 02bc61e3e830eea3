using System.Globalization;

namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>Finds the payment card number that begins at a digit of a text, if there is one.</summary>
internal static class CardRun
{
    private const int GroupsMax = 19;
    private const int SeparatorCharsMax = 6;
    private const int LineBreaksMax = 3;

    private static readonly string[] WordsBefore =
        ["visa", "mastercard", "master", "mc", "amex", "card", "cc", "pan", "karte", "nr", "no", "num", "number", "carte", "tarjeta"];

    /// <summary>The value of a decimal digit of any script; -1 for anything else.</summary>
    internal static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c < 0x80 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    /// <summary>Finds the longest card number that begins here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a group of digits begins.</param>
    /// <param name="card">Where the card ends, its brand and its last four digits.</param>
    /// <returns><see langword="true"/> when there is one.</returns>
    internal static bool TryFind(ReadOnlySpan<char> text, int start, out Card card)
    {
        card = default;
        Span<byte> digits = stackalloc byte[CardBrands.DigitsMax];
        Span<byte> groups = stackalloc byte[GroupsMax];
        var (count, groupCount, lineBreaks, position) = (0, 0, 0, start);
        while (position >= 0 && groupCount < GroupsMax && lineBreaks <= LineBreaksMax)
        {
            var before = count;
            for (; position < text.Length && Digit(text[position]) is >= 0 and var digit; position++)
            {
                if (count == digits.Length)
                {
                    return card.Brand is not null;
                }

                digits[count++] = (byte)digit;
            }

            groups[groupCount++] = (byte)(count - before);
            if (count >= CardBrands.DigitsMin && MayEndAt(text, position)
                && (lineBreaks > 0 || IsUsualGrouping(groups[..groupCount])) && CardBrands.Of(digits[..count]) is { } brand)
            {
                var last = digits[(count - 4)..count];
                card = new Card(position, brand, (last[0] * 1000) + (last[1] * 100) + (last[2] * 10) + last[3]);
            }

            position = NextGroup(text, position, ref lineBreaks);
        }

        return card.Brand is not null && MayBeginAt(text, start);
    }

    /// <summary>Where the next group of digits begins, when only separators stand between; -1 otherwise.</summary>
    private static int NextGroup(ReadOnlySpan<char> text, int position, ref int lineBreaks)
    {
        var limit = Math.Min(text.Length, position + SeparatorCharsMax);
        var hasLineBreak = false;
        for (; position < limit; position++)
        {
            var c = text[position];
            if (Digit(c) >= 0)
            {
                lineBreaks += hasLineBreak ? 1 : 0;
                return position;
            }

            if (c is '\n' or '\r')
            {
                hasLineBreak = true;
            }
            else if (c == '\\' && position + 1 < text.Length && text[position + 1] is 'n' or 'r' or 't')
            {
                // A line break inside a JSON string.
                hasLineBreak = true;
                position++;
            }
            else if (!IsSeparator(c))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsSeparator(char c) => c switch
    {
        ' ' or '-' or '.' or '\t' or '/' or '_' or '\u00A0' or '\u00AD' or '\u2212' or '\u3000' or '\uFEFF' or '\uFF0D' or '=' or '>' or '*' => true,
        _ => c is (>= '\u2000' and <= '\u2015') or (>= '\u2028' and <= '\u202F') or '\u2060',
    };

    /// <summary>A number glued to letters is no card unless the letters say so; one behind a plus is a phone, behind "0." a fraction.</summary>
    private static bool MayBeginAt(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var previous = text[start - 1];
        if (previous == '+' || (previous == '.' && start > 1 && Digit(text[start - 2]) >= 0))
        {
            return false;
        }

        if (!char.IsLetter(previous) || IsEscape(text, start))
        {
            return true;
        }

        var from = start - 1;
        while (from > 0 && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        var word = text[from..start];
        if (word.Equals("B", StringComparison.OrdinalIgnoreCase) && from > 0 && text[from - 1] == '%')
        {
            return true; // the first track of a magnetic stripe
        }

        foreach (var known in WordsBefore)
        {
            if (word.EndsWith(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEscape(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] is 'n' or 'r' or 't' && start > 1 && text[start - 2] == '\\';

    private static bool MayEndAt(ReadOnlySpan<char> text, int end) => end == text.Length || !char.IsLetter(text[end]) || text[end] is 'D' or 'd';

    /// <summary>In one piece, in equal pieces (the last may be shorter), or as Amex and Diners print theirs.</summary>
    private static bool IsUsualGrouping(ReadOnlySpan<byte> groups)
    {
        if (groups.Length == 1)
        {
            return true;
        }

        if (groups.Length == 3 && groups[0] == 4 && groups[1] == 6 && groups[2] is 4 or 5)
        {
            return true;
        }

        if (groups.Length == 2)
        {
            return groups[0] is 4 or 6 or 8 or 12;
        }

        for (var i = 1; i < groups.Length - 1; i++)
        {
            if (groups[i] != groups[0])
            {
                return false;
            }
        }

        return groups[^1] <= groups[0] && groups[0] <= 6;
    }
}
