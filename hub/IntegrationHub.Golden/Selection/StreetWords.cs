using System.Collections.Frozen;
using System.Text;

namespace IntegrationHub.Golden.Selection;

/// <summary>Folds the ways to write one street: letter case, dots and commas, short forms.</summary>
internal static class StreetWords
{
    private const int WordCharsMax = 16;

    private const string Table =
        "street st|avenue ave|av ave|road rd|drive dr|lane ln|boulevard blvd|court ct|place pl|square sq|terrace ter|highway hwy|parkway pkwy|"
        + "circle cir|apartment apt|suite ste|north n|south s|east e|west w|strasse str|straße str";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Short = Table.Split('|')
        .Select(row => row.Split(' '))
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    internal static void AppendFolded(StringBuilder fold, string? text)
    {
        Span<char> word = stackalloc char[WordCharsMax];
        var length = 0;
        foreach (var c in text ?? string.Empty)
        {
            if (!char.IsLetterOrDigit(c))
            {
                Flush(fold, word[..length]);
                length = 0;
                continue;
            }

            if (length == word.Length)
            {
                fold.Append(word);
                length = 0;
            }

            word[length++] = char.ToLowerInvariant(c);
        }

        Flush(fold, word[..length]);
    }

    private static void Flush(StringBuilder fold, ReadOnlySpan<char> word)
    {
        if (word.Length > 0)
        {
            fold.Append(Short.TryGetValue(word, out var folded) ? folded : word).Append(' ');
        }
    }
}
