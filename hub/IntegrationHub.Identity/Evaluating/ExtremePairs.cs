namespace IntegrationHub.Identity.Evaluating;

/// <summary>Keeps the few pairs with the highest, or the lowest, scores of many; ties go to the smaller record numbers.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="limit">The most to keep.</param>
/// <param name="isHighest">Keep the highest rather than the lowest.</param>
public sealed class ExtremePairs(int limit, bool isHighest)
{
    private readonly PriorityQueue<CandidatePair, (float, long, long)> _kept = new(limit + 1);

    /// <summary>Takes a pair into account.</summary>
    /// <param name="pair">The pair.</param>
    public void Add(in CandidatePair pair)
    {
        // What leaves first is the least extreme; of equal ones the largest numbers.
        _kept.Enqueue(pair, (isHighest ? pair.Bits : -pair.Bits, -pair.RecordA, -pair.RecordB));
        if (_kept.Count > limit)
        {
            _kept.Dequeue();
        }
    }

    /// <summary>Lists what was kept, the most extreme first.</summary>
    /// <returns>The pairs.</returns>
    public IReadOnlyList<CandidatePair> ToList()
    {
        var sign = isHighest ? -1 : 1;
        return [.. _kept.UnorderedItems.Select(item => item.Element)
            .OrderBy(pair => sign * pair.Bits).ThenBy(pair => pair.RecordA).ThenBy(pair => pair.RecordB)];
    }
}
