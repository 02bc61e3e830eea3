using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity;

/// <summary>Why two records are, or are not, one customer.</summary>
/// <param name="RecordA">The first record.</param>
/// <param name="RecordB">The second record.</param>
/// <param name="Probability">The chance that they are one customer, 0 to 1.</param>
/// <param name="Bits">The score: the prior plus the bits of all comparisons.</param>
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
    double PriorBits,
    double ThresholdBits,
    IReadOnlyList<FieldComparison> Comparisons,
    IReadOnlyList<string> SharedKeys,
    IReadOnlyList<string> Walls,
    Decision? Decision,
    MatchOutcome Outcome,
    string Summary);
