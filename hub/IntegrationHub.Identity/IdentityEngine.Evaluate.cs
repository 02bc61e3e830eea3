using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Evaluating;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity;

/// <content>Measuring.</content>
public sealed partial class IdentityEngine
{
    private const int ProgressInterval = 1024;

    /// <summary>Gets the probability from which a pair is linked.</summary>
    public double LinkProbability => Clustering.Doubt.Probability(_model.Limits.Threshold);

    /// <summary>Scores every pair that a key proposes or that a person declared one, each once. Settles nothing.</summary>
    /// <param name="visit">Takes a pair; all calls come from this thread.</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void ForEachCandidate(Action<CandidatePair> visit, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);

        Settle();
        var finder = new CandidateFinder(_index, this);
        var slots = _records.LiveSlots.ToArray();
        for (var i = 0; i < slots.Length; i++)
        {
            if (i % ProgressInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)i / slots.Length);
            }

            var candidates = finder.Find(slots[i], _records.SlotsUsed, after: slots[i]);
            foreach (var other in candidates)
            {
                visit(Candidate(slots[i], other));
            }

            VisitDecided(slots[i], candidates, visit);
        }

        progress?.Report(1);
    }

    /// <summary>Clustering looks at declared pairs even when no key proposes them.</summary>
    private void VisitDecided(int slot, ReadOnlySpan<int> candidates, Action<CandidatePair> visit)
    {
        foreach (var (other, isSame) in _decisions.Of(_records.Id(slot)))
        {
            if (isSame && _records.TryGetSlot(other, out var partner) && partner > slot && !candidates.Contains(partner))
            {
                visit(Candidate(slot, partner));
            }
        }
    }

    private CandidatePair Candidate(int slotA, int slotB)
    {
        var bits = _records.Score(slotA, slotB, out var walls);
        var (a, b) = (_records.Id(slotA), _records.Id(slotB));
        var standing = _decisions.Find(a, b) switch
        {
            { IsSame: true } => PairStanding.Always,
            { IsSame: false } => PairStanding.Never,
            _ when walls != Walls.None => PairStanding.Never,
            _ when _records.Source(slotA) == _records.Source(slotB) && _deduplicatedSources.Contains(_records.Source(slotA)) => PairStanding.Never,
            _ => PairStanding.ByScore,
        };
        return new CandidatePair(Math.Min(a, b), Math.Max(a, b), bits, standing);
    }
}
