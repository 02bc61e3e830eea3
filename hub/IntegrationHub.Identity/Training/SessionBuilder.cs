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
                var vectors = counts.Select(c => new CountedVector(c.Key, c.Value)).OrderBy(v => v.Vector).ToArray();
                sessions.Add(new Session(plan.TextOf(number), Excluded(decided, layout), vectors));
            }
        }

        return sessions;
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
