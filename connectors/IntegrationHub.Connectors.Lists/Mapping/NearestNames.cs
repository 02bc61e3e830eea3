namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Finds the names that were probably meant.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    internal static string Of(string name, IEnumerable<string> known) =>
        string.Join(", ", known.OrderBy(k => Distance(name, k)).ThenBy(k => k, StringComparer.Ordinal).Take(Shown).Select(k => $"'{k}'"));

    // Levenshtein over upper-case letters; a name that contains the other counts as near.
    private static int Distance(string a, string b)
    {
        a = a.ToUpperInvariant();
        b = b.ToUpperInvariant();
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var letter in a)
        {
            var current = new int[b.Length + 1];
            current[0] = previous[0] + 1;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (letter == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        var contains = a.Length > 2 && b.Length > 2
            && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
        return contains ? previous[b.Length] / 2 : previous[b.Length];
    }
}
