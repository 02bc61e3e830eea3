using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>Takes the digits, the plus and the extension out of a written phone number.</summary>
internal static class PhoneText
{
    internal const int DigitsMax = 20;
    private const int TextCharsMax = 120;
    private const int ExtensionDigitsMax = 9;
    private const int DigitsBeforeExtensionMin = 6;
    private const int VanityLettersMin = 3;
    private const string Keypad = "22233344455566677778889999";

    private static readonly FrozenSet<string> Labels = new[]
    {
        "tel", "telephone", "telefon", "telefono", "teléfono", "phone", "ph", "p", "t", "m", "h", "w", "c", "o", "mob", "mobile", "mobil", "movil",
        "móvil", "cell", "cel", "cellular", "handy", "fax", "home", "work", "office", "main", "direct", "private", "business", "day", "evening",
        "call", "no", "nr", "number", "whatsapp", "voice", "and", "uk", "us", "usa",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ExtensionWords = new[]
    {
        "x", "ext", "extn", "extension", "ex", "xtn", "durchwahl", "dw", "app", "poste", "int", "anexo", "ramal", "extensión", "toestel",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelLookup = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionLookup =
        ExtensionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static bool TryRead(ReadOnlySpan<char> text, Span<char> digits, out Written written)
    {
        written = default;
        if (text.Length > TextCharsMax)
        {
            return false;
        }

        var count = 0;
        var letters = 0;
        var hasPlus = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var digit = char.IsAsciiDigit(c) ? c - '0' : c < 0x80 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
            {
                if (count == digits.Length)
                {
                    return false;
                }

                digits[count++] = (char)('0' + digit);
            }
            else if (c is '+' or '\uFF0B')
            {
                if (count > 0 || hasPlus)
                {
                    return false;
                }

                hasPlus = true;
            }
            else if (char.IsLetter(c))
            {
                var length = WordLength(text[i..]);
                var word = text.Slice(i, length);
                if (count >= DigitsBeforeExtensionMin && ExtensionLookup.Contains(word))
                {
                    return TryFinish(text[(i + length)..], count, hasPlus, out written);
                }

                if (!IsLabel(word, count) && !TryDial(word, digits, ref count, ref letters))
                {
                    return false;
                }

                i += length - 1;
            }
            else if (IsExtensionMark(text, i) && count >= DigitsBeforeExtensionMin)
            {
                return TryFinish(text[(i + 1)..], count, hasPlus, out written);
            }
            else if (!IsSeparator(c) && !(c == ':' && count == 0))
            {
                return false;
            }
        }

        written = new Written(count, hasPlus, null);
        return count > 2 && (letters == 0 || letters >= VanityLettersMin);
    }

    /// <summary>What stands behind the extension word: its digits, and nothing else that matters.</summary>
    private static bool TryFinish(ReadOnlySpan<char> rest, int count, bool hasPlus, out Written written)
    {
        Span<char> extension = stackalloc char[ExtensionDigitsMax];
        var length = 0;
        foreach (var c in rest)
        {
            if (char.IsAsciiDigit(c))
            {
                if (length == extension.Length)
                {
                    written = default;
                    return false;
                }

                extension[length++] = c;
            }
        }

        written = new Written(count, hasPlus, length == 0 ? null : new string(extension[..length]));
        return true;
    }

    /// <summary>Maps letters to the keypad: 1-800-FLOWERS.</summary>
    private static bool TryDial(ReadOnlySpan<char> word, Span<char> digits, ref int count, ref int letters)
    {
        if (count == 0 || count + word.Length > digits.Length)
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }

            digits[count++] = Keypad[(c | 0x20) - 'a'];
            letters++;
        }

        return true;
    }

    /// <summary>A label stands before the digits or after them, never between: 1-800-CALL is dialled.</summary>
    private static bool IsLabel(ReadOnlySpan<char> word, int count) =>
        (count == 0 || count > DigitsBeforeExtensionMin) && LabelLookup.Contains(word);

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsExtensionMark(ReadOnlySpan<char> text, int index) =>
        text[index] == '#' || (text[index] == ';' && text[(index + 1)..].StartsWith("ext", StringComparison.OrdinalIgnoreCase));

    private static bool IsSeparator(char c) => c switch
    {
        ' ' or '\t' or '-' or '.' or '(' or ')' or '/' or '[' or ']' or '\u00A0' or '~' or '\u2060' or '\u200B' or '\u202F' or '*' or '\u00B7' or '_' => true,
        _ => c is (>= '\u2000' and <= '\u2015') or '\u2212' or '\u30FC' or '\uFF0D' or '\u3000' or '\uFEFF' or '\u202A' or '\u202C' or '\u200E',
    };

    /// <summary>What was read; the digits are in the caller's buffer.</summary>
    internal readonly record struct Written(int DigitCount, bool HasPlus, string? Extension);
}
