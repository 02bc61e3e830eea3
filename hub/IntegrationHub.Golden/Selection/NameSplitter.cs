using System.Collections.Frozen;

namespace IntegrationHub.Golden.Selection;

/// <summary>Takes a whole name apart where there is only one way to read it: "Ann Lee", "Dr. Ann B. Lee", "Ludwig van Beethoven", "John Lee Jr".</summary>
/// <remarks>Three full words could be two given names or two family names, so they stay whole.</remarks>
internal static class NameSplitter
{
    private const int WordsMax = 6;

    private static readonly FrozenSet<string> Prefixes = new[] { "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "sir" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Suffixes = new[] { "jr", "sr", "ii", "iii", "iv", "md", "phd", "esq" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Particles = new[]
    {
        "van", "von", "vom", "zu", "zur", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "ten", "ter", "bin", "ibn", "el",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool TrySplit(ref PersonName name)
    {
        var words = name.Full!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > WordsMax || name.Full.AsSpan().IndexOfAny(",&@/(") >= 0)
        {
            return false;
        }

        var (start, end) = (0, words.Length);
        var prefix = Prefixes.Contains(words[0].TrimEnd('.')) ? words[start++] : null;
        var suffix = end - start > 2 && Suffixes.Contains(words[end - 1].Replace(".", string.Empty, StringComparison.Ordinal)) ? words[--end] : null;
        if (end - start < 2)
        {
            return false;
        }

        var given = words[start++];
        var middle = end - start > 1 && IsInitial(words[start]) ? words[start++] : null;
        for (var i = start; i < end - 1; i++)
        {
            if (!Particles.Contains(words[i]))
            {
                return false;
            }
        }

        name.Given = given;
        name.Middle ??= middle;
        name.Family = string.Join(' ', words, start, end - start);
        name.Prefix ??= prefix;
        name.Suffix ??= suffix;
        return true;
    }

    private static bool IsInitial(string word) => word.Length == 1 || (word.Length == 2 && word[1] == '.');
}
