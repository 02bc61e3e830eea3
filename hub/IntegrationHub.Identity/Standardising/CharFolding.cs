using System.Globalization;

namespace IntegrationHub.Identity.Standardising;

/// <summary>
/// Folds text to what is compared: lower case, no diacritics, Cyrillic and Greek in Latin letters, words separated by
/// one space. Other scripts pass unchanged. Independent of the machine's culture data.
/// </summary>
internal static class CharFolding
{
    /// <summary>The longest text folded, in characters; what follows is ignored.</summary>
    public const int LengthMax = 256;

    private static readonly string?[] Table = Load();

    /// <summary>Folds a text; a comma becomes a comma between words when <paramref name="keepCommas"/>.</summary>
    /// <returns>The number of characters written, never more than the destination holds.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> destination, bool keepCommas = false)
    {
        var length = 0;
        var isSpacePending = false;
        foreach (var c in text)
        {
            var single = FoldAscii(c);
            ReadOnlySpan<char> folded = default;
            if (single == '\0' && c >= 128)
            {
                folded = c < Table.Length && Table[c] is { } mapped ? mapped : FoldOther(c, out single);
            }

            if (c == ',' && keepCommas)
            {
                single = ',';
            }

            if (single == ' ')
            {
                isSpacePending = length > 0;
                continue;
            }

            var needed = (isSpacePending ? 1 : 0) + (single != '\0' ? 1 : folded.Length);
            if (length + needed > destination.Length)
            {
                break;
            }

            if (isSpacePending && needed > 1)
            {
                destination[length++] = ' ';
                isSpacePending = false;
            }

            if (single != '\0')
            {
                destination[length++] = single;
            }
            else
            {
                folded.CopyTo(destination[length..]);
                length += folded.Length;
            }
        }

        return length;
    }

    /// <summary>Folds a text and drops everything but letters and digits.</summary>
    public static int FoldCompact(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = Fold(text, destination);
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (destination[i] != ' ')
            {
                destination[kept++] = destination[i];
            }
        }

        return kept;
    }

    private static char FoldAscii(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\'' or '`' => '\0',
        < (char)128 => ' ',
        _ => '\0',
    };

    private static ReadOnlySpan<char> FoldOther(char c, out char single)
    {
        single = c is '\u2019' or '\u2018' or '\u02BC' ? '\0' : char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => '\0',
            UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate => c,
            _ => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ',
        };
        return default;
    }

    private static string?[] Load()
    {
        var table = new string?[0x2000];
        foreach (var line in Resource.Lines("folding.txt"))
        {
            table[int.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = line[5..];
        }

        return table;
    }
}
