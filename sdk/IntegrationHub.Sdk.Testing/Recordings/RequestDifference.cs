namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Says how a request that was not recorded differs from the nearest one that was.</summary>
internal static class RequestDifference
{
    private const int DifferencesMax = 5;
    private const int ValueLengthMax = 60;

    internal static string Describe(RecordedRequest asked, IReadOnlyList<RecordedRequest> recorded)
    {
        var what = $"{asked.Place} was not recorded";
        if (recorded.Count == 0)
        {
            return what + "; the recording is empty. Record it again.";
        }

        var same = recorded.Where(r => r.Place == asked.Place).ToList();
        if (same.Count == 0)
        {
            var places = recorded.Select(r => r.Place).Distinct(StringComparer.Ordinal).OrderBy(p => Distance(p, asked.Place)).Take(3);
            return $"{what} in any form; recorded are, nearest first: {string.Join(", ", places)}. Record it again.";
        }

        var differences = same.Select(r => Differences(asked, r)).MinBy(d => d.Count)!;
        var more = differences.Count > DifferencesMax ? $" and {differences.Count - DifferencesMax} more" : string.Empty;
        return $"{what} like this; the nearest differs in {string.Join("; ", differences.Take(DifferencesMax))}{more}. "
            + "Take the clock from the recording, or record it again.";
    }

    private static List<string> Differences(RecordedRequest asked, RecordedRequest recorded)
    {
        var left = RequestKey.Parts(recorded).ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var right = RequestKey.Parts(asked).ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        return left.Select(l => l.Key).Union(right.Select(r => r.Key), StringComparer.Ordinal)
            .Where(key => !left[key].SequenceEqual(right[key], StringComparer.Ordinal))
            .Select(key => $"{key} ({Text(right[key])}, recorded {Text(left[key])})")
            .ToList();
    }

    private static string Text(IEnumerable<string> values)
    {
        var text = string.Join(", ", values);
        return text.Length == 0 ? "nothing" : text.Length > ValueLengthMax ? text[..ValueLengthMax] + "..." : text;
    }

    // Paths are alike when they begin alike.
    private static int Distance(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return one.Length + other.Length - (2 * common);
    }
}
