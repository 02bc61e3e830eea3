using IntegrationHub.Core.Matching;

namespace IntegrationHub.Sync.Admin;

/// <summary>Finds never-decisions whose two records always-decisions join. The answer depends on the decisions alone, not on
/// their order.</summary>
internal static class ContradictionFinder
{
    /// <summary>Finds all.</summary>
    /// <param name="decisions">The decisions in force.</param>
    /// <returns>For each a shortest chain of always-decisions from one end of the never to the other, by record numbers.</returns>
    internal static List<List<long>> Find(IReadOnlyCollection<Decision> decisions)
    {
        var always = new Dictionary<long, SortedSet<long>>();
        foreach (var decision in decisions.Where(d => d.IsSame))
        {
            NeighboursOf(always, decision.RecordA).Add(decision.RecordB);
            NeighboursOf(always, decision.RecordB).Add(decision.RecordA);
        }

        var chains = new List<List<long>>();
        foreach (var never in decisions.Where(d => !d.IsSame).OrderBy(d => d.RecordA).ThenBy(d => d.RecordB))
        {
            if (always.ContainsKey(never.RecordA) && always.ContainsKey(never.RecordB)
                && ChainOf(always, never.RecordA, never.RecordB) is { } chain)
            {
                chains.Add(chain);
            }
        }

        return chains;
    }

    private static SortedSet<long> NeighboursOf(Dictionary<long, SortedSet<long>> always, long record)
    {
        if (!always.TryGetValue(record, out var neighbours))
        {
            always[record] = neighbours = [];
        }

        return neighbours;
    }

    private static List<long>? ChainOf(Dictionary<long, SortedSet<long>> always, long from, long to)
    {
        var cameFrom = new Dictionary<long, long> { [from] = from };
        var queue = new Queue<long>([from]);
        while (queue.TryDequeue(out var record))
        {
            foreach (var next in always[record])
            {
                if (cameFrom.TryAdd(next, record))
                {
                    queue.Enqueue(next);
                }
            }
        }

        if (!cameFrom.ContainsKey(to))
        {
            return null;
        }

        var chain = new List<long> { to };
        while (chain[^1] != from)
        {
            chain.Add(cameFrom[chain[^1]]);
        }

        chain.Reverse();
        return chain;
    }
}
