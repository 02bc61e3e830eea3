using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity;

/// <summary>Why two records are, or are not, one customer.</summary>
/// <param name="RecordA">The first record.</param>
/// <param name="RecordB">The second record.</param>
/// <param name="Probability">The chance that they are one customer, 0 to 1.</param>
/// <param name="Bits">The score: the prior plus the bits of all comparisons.</param>
/// <param name="StrangerBits">The score against two strangers.</param>
/// <param name="HouseholdBits">The score against two people of one household or office; <paramref name="Bits"/> is that against both rivals together.</param>
/// <param name="PriorBits">The score before anything is compared.</param>
/// <param name="ThresholdBits">At or above this score a pair links.</param>
/// <param name="Comparisons">The waterfall; its bits and the prior sum to <paramref name="Bits"/>.</param>
/// <param name="SharedKeys">The kinds of keys that propose the pair; empty when no key reaches it.</param>
/// <param name="Walls">What forbids the pair whatever its score.</param>
/// <param name="Decision">A person's decision on exactly this pair.</param>
/// <param name="Outcome">What follows for the pair.</param>
/// <param name="Summary">One sentence.</param>
public sealed record PairExplanation(
    long RecordA,
    long RecordB,
    double Probability,
    double Bits,
    double StrangerBits,
    double HouseholdBits,
    double PriorBits,
    double ThresholdBits,
    IReadOnlyList<FieldComparison> Comparisons,
    IReadOnlyList<string> SharedKeys,
    IReadOnlyList<string> Walls,
    Decision? Decision,
    MatchOutcome Outcome,
    string Summary)
{
    /// <summary>Says why the pair, looked at alone, does not link.</summary>
    /// <returns>The reason; <see langword="null"/> for a pair that links.</returns>
    public ApartReason? WhyApart() => Outcome == MatchOutcome.Link ? null
        : Decision is not null ? new ApartReason(ApartCause.Decision)
        : Walls.Count > 0 ? new ApartReason(ApartCause.Wall) { Walls = Walls }
        : new ApartReason(ApartCause.Score) { Costliest = Costliest() };

    private FieldComparison? Costliest() => Comparisons.Where(c => c.Bits < 0 && c.IsOfValues).MinBy(c => c.Bits);
}
