using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Makes a person's name of a display name, or nothing.</summary>
internal static partial class DisplayNames
{
    private const int CharsMax = 120;
    private const int RegexTimeoutMs = 200;

    /// <summary>Cleans a display name: quotes, remarks in brackets, <c>via List</c>, the address itself; <c>Last, First</c> is turned.</summary>
    /// <param name="name">The name as the mail shows it, decoded.</param>
    /// <param name="address">The address beside it.</param>
    /// <returns>The name, or <see langword="null"/> when it is no name of a person.</returns>
    internal static string? Clean(string name, string address)
    {
        if (name.Length is 0 or > CharsMax * 4)
        {
            return null;
        }

        var text = Remarks().Replace(name, " ");
        var via = Via().Match(text);
        text = Blanks().Replace((via.Success ? text[..via.Index] : text).Trim().Trim('\'', '"', '`', '‘', '’', '“', '”', '<', '>', ',', ';').Trim(), " ");
        if (text.Length is < 2 or > CharsMax || text.Contains('@', StringComparison.Ordinal) || !HasLetters(text)
            || text.Contains("://", StringComparison.Ordinal)
            || text.Equals(address[..address.LastIndexOf('@')], StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // "Ann Bell via List <list@x>": the address is the list's, and Ann's name on it would be wrong.
        return via.Success && !SharesWord(text, address) ? null : Turn(text);
    }

    /// <summary>How complete a name is; of several the highest is kept.</summary>
    internal static int Completeness(string name)
    {
        var words = 1 + name.AsSpan().Count(' ');
        var hasMixedCase = name.Any(char.IsLower) && name.Any(char.IsUpper);
        return (Math.Min(words, 4) * 1000) + (hasMixedCase ? 500 : 0) + Math.Min(name.Length, 100);
    }

    /// <summary>Says whether a word of at least three letters of the text is part of the address.</summary>
    internal static bool SharesWord(string text, string address)
    {
        var local = address.AsSpan(0, address.LastIndexOf('@'));
        foreach (var range in text.AsSpan().SplitAny(' ', '-', '.', ','))
        {
            var word = text.AsSpan()[range];
            if (word.Length >= 3 && local.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLetters(string text)
    {
        var letters = 0;
        var digits = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }

        return letters >= 2 && digits * 2 <= letters;
    }

    private static string Turn(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma != text.LastIndexOf(','))
        {
            return text;
        }

        var last = text[..comma].Trim();
        var first = text[(comma + 1)..].Trim();
        return first.Length == 0 || last.Length == 0 || last.Count(c => c == ' ') > 2 || Suffix().IsMatch(first) ? text : $"{first} {last}";
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\s+via\s+\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Via();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"^(?:jr|sr|ii|iii|iv|esq|m\.?d|ph\.?\s?d|dds|cpa|mba|inc|llc|ltd|gmbh|corp|co)\b\.?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Suffix();
}
