using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Training;

/// <summary>Sorts sampled pairs into one session for each kind of key, as counts of distinct vectors.</summary>
internal static class SessionBuilder
{
    public static List<Session> Build(IReadOnlyList<SampledPair> pairs, ComparisonLayout layout)
    {
        var sessions = new List<Session>();
        var plan = KeyPlan.Default;
        for (var number = 1; number <= plan.Count; number++)
        {
            if (!TryGetDecided(plan[number], out var decided))
            {
                continue;
            }

            var counts = new Dictionary<UInt128, double>();
            foreach (var pair in pairs)
            {
                if ((pair.Keys >> number & 1) != 0)
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, pair.Vector, out _) += Weight(pair.Keys);
                }
            }

            if (counts.Count > 0)
            {
                sessions.Add(Session(plan.TextOf(number), decided, counts, layout));
            }
        }

        return sessions;
    }

    private static Session Session(string key, List<string> decided, Dictionary<UInt128, double> counts, ComparisonLayout layout)
    {
        var excluded = Excluded(decided, layout);
        var vectors = counts.Keys.ToArray();
        Array.Sort(vectors);
        var starts = new int[vectors.Length + 1];
        var levels = new List<int>(vectors.Length * 8);
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var c = 0; c < layout.Names.Count; c++)
            {
                var place = (excluded >> c & 1) != 0 ? -1 : ComparisonLayout.Place(vectors[i], c);
                if (place >= 0)
                {
                    levels.Add((int)layout.Levels[c][place]);
                }
            }

            starts[i + 1] = levels.Count;
        }

        return new Session(key, decided.Count == 1 ? decided[0] : "none", starts, [.. levels], Array.ConvertAll(vectors, v => counts[v]));
    }

    // A pair is met from both its records and in the session of each key it shares; it counts once in all.
    private static double Weight(uint keys) => .5 / System.Numerics.BitOperations.PopCount(keys);

    /// <summary>Names the comparisons that sharing a key decides.</summary>
    /// <returns>Whether the key is one of people: companies are not learned from.</returns>
    private static bool TryGetDecided(ReadOnlySpan<AtomKind> kinds, out List<string> decided)
    {
        decided = [];
        var areOfPeople = true;
        foreach (var kind in kinds)
        {
            decided.AddRange(AtomKinds.DecidedBy(kind));
            areOfPeople &= kind is not (AtomKind.CompanySound or AtomKind.CompanyWordSound);
        }

        return areOfPeople;
    }

    private static uint Excluded(List<string> decided, ComparisonLayout layout)
    {
        var excluded = 0u;
        for (var c = 0; c < layout.Names.Count; c++)
        {
            excluded |= decided.Exists(d => layout.Names[c].StartsWith(d, StringComparison.Ordinal)) ? 1u << c : 0;
        }

        return excluded;
    }
}
