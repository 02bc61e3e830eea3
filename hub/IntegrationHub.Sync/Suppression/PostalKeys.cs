using System.Globalization;
using System.Text;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Suppression;

/// <summary>Makes the keys by which entries for a name and postal address are found: each postal code with the consonants of each word
/// of the names, so that Müller, Mueller and Muller have one. <see cref="PostalComparison"/> decides.</summary>
internal static class PostalKeys
{
    private const int KeysMax = 32;
    private const string Vowels = "AEIOUYØÆŒ";

    /// <summary>Makes the keys.</summary>
    /// <param name="fields">The fields of one record.</param>
    /// <returns>The keys; none without a name or a postal code.</returns>
    internal static IReadOnlyCollection<string> Of(IReadOnlyList<Field> fields)
    {
        var words = fields.Where(static f => IsName(f.Name)).SelectMany(static f => WordsOf(f.Value)).ToHashSet(StringComparer.Ordinal);
        var codes = fields.Where(static f => f.Name == PersonFields.AddressPostalCode).Select(static f => CodeOf(f.Value)).ToHashSet(StringComparer.Ordinal);
        codes.Remove(string.Empty);
        return [.. codes.SelectMany(code => words.Select(word => $"{code} {word}")).Take(KeysMax)];
    }

    /// <summary>Says whether a field is a part of the name that a letter is addressed to.</summary>
    internal static bool IsName(string field) =>
        field is PersonFields.NameFull or PersonFields.NameGiven or PersonFields.NameMiddle or PersonFields.NameFamily or PersonFields.NameSuffix;

    // An American code with and without the four digits of the route is the same place.
    private static string CodeOf(string text)
    {
        var code = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == 9 && code.All(char.IsAsciiDigit) ? code[..5] : code;
    }

    private static IEnumerable<string> WordsOf(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToUpperInvariant().Append(' '))
        {
            if (char.IsLetter(letter))
            {
                Append(word, letter is 'ß' or 'ẞ' ? 'S' : letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                // An initial is no word.
                if (word.Length > 1)
                {
                    yield return word.ToString();
                }

                word.Clear();
            }
        }
    }

    private static void Append(StringBuilder word, char letter)
    {
        var isKept = word.Length == 0 || (!Vowels.Contains(letter, StringComparison.Ordinal) && word[^1] != letter);
        if (isKept)
        {
            word.Append(letter);
        }
    }
}
