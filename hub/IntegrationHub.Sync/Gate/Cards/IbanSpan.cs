namespace IntegrationHub.Sync.Gate.Cards;

/// <summary>Recognises an IBAN by its shape and check digits, so that its digits are not taken for a card.</summary>
internal static class IbanSpan
{
    private const int CharsMin = 15;
    private const int CharsMax = 34;

    /// <summary>Finds the end of the IBAN whose check digits begin at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">Where the two check digits would stand.</param>
    /// <returns>The end, exclusive; 0 when it is no IBAN.</returns>
    internal static int EndOf(ReadOnlySpan<char> text, int digits)
    {
        if (digits < 2 || !char.IsAsciiLetter(text[digits - 1]) || !char.IsAsciiLetter(text[digits - 2])
            || (digits > 2 && char.IsLetterOrDigit(text[digits - 3])))
        {
            return 0;
        }

        // Modulo 97 of the body so far; the country and check digits are appended virtually at each candidate end.
        var head = text.Slice(digits - 2, Math.Min(4, text.Length - digits + 2));
        if (head.Length < 4 || !char.IsAsciiDigit(head[2]) || !char.IsAsciiDigit(head[3]))
        {
            return 0;
        }

        var (remainder, count, found) = (0, 4, 0);
        for (var i = digits + 2; i < text.Length && count < CharsMax; i++)
        {
            var c = text[i];
            if (c is ' ' or '-')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(c))
            {
                break;
            }

            remainder = Append(remainder, c);
            count++;
            var isTokenEnd = i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
            if (count >= CharsMin && isTokenEnd && Append(Append(Append(Append(remainder, head[0]), head[1]), head[2]), head[3]) == 1)
            {
                found = i + 1;
            }
        }

        return found;
    }

    private static int Append(int remainder, char c)
    {
        if (char.IsAsciiDigit(c))
        {
            return ((remainder * 10) + (c - '0')) % 97;
        }

        return ((remainder * 100) + ((c | 0x20) - 'a' + 10)) % 97;
    }
}
