using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Gate;

/// <summary>Tidies names without guessing: blanks, invisible characters, quotes, letter case where the source has none, "Last, First".</summary>
/// <remarks>A name written with capitals and small letters keeps them. Thread-safe.</remarks>
public static class NameNormalizer
{
    private static readonly SearchValues<char> NotInitials = SearchValues.Create("AEIOUYaeiouy.'-");

    private static readonly FrozenSet<string> Particles = new[]
    {
        "van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "dela", "der", "den", "des", "di", "da", "das", "do", "dos", "du", "la", "le", "las",
        "los", "ten", "ter", "te", "af", "av", "bin", "ibn", "el", "y", "e", "und", "of", "the",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Suffixes = new[]
    {
        "jr", "jr.", "sr", "sr.", "junior", "senior", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "esq", "esq.", "dds", "cpa", "rn", "mba", "jnr", "snr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Companies = new[]
    {
        "inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "corp", "corp.", "co", "co.", "ag", "plc", "s.a.", "sa", "bv", "b.v.", "llp", "lp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> KeptUpper = new[] { "II", "III", "IV", "VI", "VII", "VIII", "MD", "DDS", "CPA", "RN", "MBA", "JP", "KC", "OBE", "MBE" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Normalises a name.</summary>
    /// <param name="text">The name, or part of it, as written.</param>
    /// <param name="field">Which part: a <c>name.</c> field of <see cref="PersonFields"/>.</param>
    /// <returns>The tidy name; the same text object when there was nothing to do.</returns>
    public static string Normalize(string text, string field = PersonFields.NameFull)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(field);

        var name = WithoutQuotes(TextCleaner.Line(text));
        if (field == PersonFields.NameFull && name.Contains(','))
        {
            name = GivenFirst(name);
        }

        return LetterCase.IsUniform(name) ? Cased(name, field) : name;
    }

    private static string WithoutQuotes(string name)
    {
        while (name.Length > 2 && IsQuote(name[0]) && IsQuote(name[^1]))
        {
            name = name[1..^1].Trim();
        }

        return name;
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '`' or '\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019' or '\u00AB' or '\u00BB';

    /// <summary>Turns "Last, First" and "Last, First, Jr" round; "First Last, Jr" loses its comma; a company stays.</summary>
    private static string GivenFirst(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 3 || Companies.Contains(parts[^1]))
        {
            return name;
        }

        var isSuffixLast = Suffixes.Contains(parts[^1]);
        return (parts.Length, isSuffixLast) switch
        {
            (2, true) => $"{parts[0]} {parts[1]}",
            (2, false) => $"{parts[1]} {parts[0]}",
            (3, true) => $"{parts[1]} {parts[0]} {parts[2]}",
            _ => name,
        };
    }

    private static string Cased(string name, string field)
    {
        var isUpper = name.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
        var hasParticles = field is PersonFields.NameFamily or PersonFields.NameFull;
        var words = name.Split(' ');
        var result = new StringBuilder(name.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                result.Append(' ');
            }

            var isInside = i < words.Length - 1 && (i > 0 || field == PersonFields.NameFamily);
            var isSuffix = (field == PersonFields.NameFull && i > 1) || field == PersonFields.NameSuffix;
            if (hasParticles && isInside && Particles.Contains(words[i]))
            {
                result.Append(words[i].ToLowerInvariant());
            }
            else if (isSuffix && KeptUpper.Contains(words[i]))
            {
                result.Append(words[i].ToUpperInvariant());
            }
            else
            {
                AppendCased(result, words[i], isUpper);
            }
        }

        return result.ToString();
    }

    private static void AppendCased(StringBuilder result, string word, bool isUpper)
    {
        if (isUpper && word.Length is 2 or 3 && word.AsSpan().IndexOfAny(NotInitials) < 0 && word.All(char.IsAsciiLetter))
        {
            result.Append(word); // initials: JT, RJ
            return;
        }

        var isStart = true;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            result.Append(isStart ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            isStart = !char.IsLetterOrDigit(c) && !IsPossessive(word, i);
            isStart |= i == 1 && word.Length > 3 && word.StartsWith("mc", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>An apostrophe starts a new capital in O'Brien, not in a short tail such as 's.</summary>
    private static bool IsPossessive(string word, int index) => word[index] is '\'' or '\u2019' && (index > 2 || word.Length - index <= 2);
}
