using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Sync.Admin;

/// <summary>Sorts scored candidate pairs into right and wrong.</summary>
/// <param name="entityOf">The true entity of each record that the truth names.</param>
/// <param name="customerOf">The customer of each of them that is in one.</param>
/// <param name="truePairs">How many pairs belong together in truth.</param>
/// <param name="worst">How many wrong pairs of each kind to keep.</param>
internal sealed class PairEvaluation(
    Dictionary<long, int> entityOf, Dictionary<long, long> customerOf, long truePairs, int worst)
{
    public CandidateCurve Curve { get; } = new(truePairs);

    /// <summary>Gets the candidate pairs seen, those of records that the truth does not name with them.</summary>
    public long CandidatePairs { get; private set; }

    public ExtremePairs Joined { get; } = new(worst, isHighest: true);

    public ExtremePairs Missed { get; } = new(worst, isHighest: false);

    public void Add(CandidatePair pair)
    {
        CandidatePairs++;
        if (!entityOf.TryGetValue(pair.RecordA, out var entityA) || !entityOf.TryGetValue(pair.RecordB, out var entityB))
        {
            return;
        }

        var isTrue = entityA == entityB;
        var isJoined = customerOf.TryGetValue(pair.RecordA, out var a) && customerOf.TryGetValue(pair.RecordB, out var b) && a == b;
        Curve.Add(pair, isTrue);
        if (isJoined && !isTrue)
        {
            Joined.Add(pair);
        }
        else if (isTrue && !isJoined)
        {
            Missed.Add(pair);
        }
    }
}
