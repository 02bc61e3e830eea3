using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Storage.Sqlite.Customers;

/// <summary>Makes names comparable: upper case, no accents, words parted by one space.</summary>
internal static class NameFolding
{
    // Letters that Unicode does not take apart.
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['Ø'] = "O",
        ['Ł'] = "L",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['Đ'] = "D",
        ['Ð'] = "D",
        ['Þ'] = "TH",
        ['ı'] = "I",
    };

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words, each with a space before it; empty when there is no letter or digit.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 1);
        Append(folded, text);
        return folded.ToString();
    }

    /// <summary>Folds every name in a golden record.</summary>
    /// <param name="golden">The golden record as UTF-8 JSON, keyed by canonical field names.</param>
    /// <returns>The words of all names, each with a space before it.</returns>
    public static string FoldNames(ReadOnlySpan<byte> golden)
    {
        var folded = new StringBuilder(64);
        var reader = new Utf8JsonReader(golden);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isName = reader.ValueSpan.StartsWith("name."u8);
            reader.Read();
            if (isName)
            {
                AppendStrings(folded, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return folded.ToString();
    }

    private static void AppendStrings(StringBuilder folded, ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                Append(folded, reader.GetString()!);
            }
        }
        while ((reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject || reader.CurrentDepth > depth) && reader.Read());
    }

    private static void Append(StringBuilder folded, string text)
    {
        var isWordOpen = false;
        var parts = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        foreach (var character in parts)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark || character is '\'' or '’')
            {
                continue;
            }

            if (!char.IsLetterOrDigit(character) && !char.IsSurrogate(character))
            {
                isWordOpen = false;
                continue;
            }

            folded.Append(isWordOpen ? string.Empty : " ");
            isWordOpen = true;
            var upper = char.ToUpperInvariant(character);
            if (Whole.TryGetValue(upper, out var replacement))
            {
                folded.Append(replacement);
            }
            else
            {
                folded.Append(upper);
            }
        }
    }
}
