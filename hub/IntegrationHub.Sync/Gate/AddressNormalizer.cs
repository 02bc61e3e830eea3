using System.Collections.Frozen;
using System.Text;
using IntegrationHub.Sync.Gate.Places;

namespace IntegrationHub.Sync.Gate;

/// <summary>Tidies the parts of an address: blanks, letter case where the source has none, codes for countries, states and provinces, spacing of postal codes.</summary>
/// <remarks>What is not recognised stays as written. Thread-safe.</remarks>
public static class AddressNormalizer
{
    private static readonly FrozenSet<string> KeptUpper = new[]
    {
        "N", "S", "E", "W", "NE", "NW", "SE", "SW", "PO", "P.O.", "RR", "II", "III", "IV", "US", "USA", "UK", "PMB", "APO", "FPO", "BFPO",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Normalises a street, a town or a whole address.</summary>
    /// <param name="text">The text as written.</param>
    /// <returns>The tidy text; line breaks become commas.</returns>
    public static string NormalizeLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            text = string.Join(", ", text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        var line = TextCleaner.Line(text).TrimEnd(',', ' ');
        return LetterCase.IsUniform(line) ? Cased(line) : line;
    }

    /// <summary>Finds the ISO 3166 alpha-2 code of a country.</summary>
    /// <param name="text">A code or a name.</param>
    /// <returns>The code, or the tidy text when it is no known country.</returns>
    public static string NormalizeCountry(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var line = TextCleaner.Line(text);
        return Countries.Find(line) ?? (LetterCase.IsUniform(line) ? Cased(line) : line);
    }

    /// <summary>Normalises a state, province or county.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="country">The address's country as an alpha-2 code; states and provinces of the US, Canada and Australia become their codes.</param>
    /// <returns>The code or the tidy text.</returns>
    public static string NormalizeRegion(string text, string country)
    {
        ArgumentNullException.ThrowIfNull(text);

        var line = TextCleaner.Line(text);
        if (Subdivisions.Find(country, line) is { } state)
        {
            return state;
        }

        return line.Length <= 3 ? line.ToUpperInvariant() : LetterCase.IsUniform(line) ? Cased(line) : line;
    }

    /// <summary>Normalises a postal code: capitals, and as its country prints it, without the sign of the country before it.</summary>
    /// <param name="text">The code as written.</param>
    /// <param name="country">The address's country as an alpha-2 code.</param>
    /// <param name="isCountryKnown">The record itself says the country; only then are lost leading zeros of US codes put back.</param>
    /// <returns>The tidy code.</returns>
    public static string NormalizePostalCode(string text, string country, bool isCountryKnown)
    {
        ArgumentNullException.ThrowIfNull(text);

        var code = TextCleaner.Line(text).ToUpperInvariant();
        var hasLostZeros = country == "US" && isCountryKnown && code.Length is 3 or 4 && code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        var printed = PostalCodes.Find(hasLostZeros ? code.PadLeft(5, '0') : code, country) ?? code;
        return printed.Equals(text, StringComparison.Ordinal) ? text : printed;
    }

    private static string Cased(string line)
    {
        var result = new StringBuilder(line.Length);
        var start = 0;
        while (start < line.Length)
        {
            var end = start;
            while (end < line.Length && line[end] is not (' ' or ',' or '/' or '-' or '('))
            {
                end++;
            }

            AppendWord(result, line[start..end]);
            if (end < line.Length)
            {
                result.Append(line[end]);
            }

            start = end + 1;
        }

        return result.ToString();
    }

    private static void AppendWord(StringBuilder result, string word)
    {
        if (KeptUpper.Contains(word))
        {
            result.Append(word.ToUpperInvariant());
            return;
        }

        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits > 0)
        {
            // 12B stays a house number, 42ND becomes 42nd.
            var tail = word[digits..].ToLowerInvariant();
            result.Append(word, 0, digits).Append(tail is "st" or "nd" or "rd" or "th" ? tail : tail.ToUpperInvariant());
            return;
        }

        if (word.Length > 0)
        {
            result.Append(char.ToUpperInvariant(word[0]));
            result.Append(word[1..].ToLowerInvariant());
        }
    }
}
