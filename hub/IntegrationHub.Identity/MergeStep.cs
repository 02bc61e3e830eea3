namespace IntegrationHub.Identity;

/// <summary>One merge on the way to a customer.</summary>
/// <param name="RecordA">The record of the first group that linked.</param>
/// <param name="RecordB">The record of the second group that linked.</param>
/// <param name="Bits">The score of the two.</param>
/// <param name="IsDecided">Whether a person's "always" joined them, and not the score.</param>
/// <param name="GroupA">The first group as it was then, by record number.</param>
/// <param name="GroupB">The second group.</param>
/// <param name="MeanBits">The mean clipped score over the pairs between the groups that have anything to say, in bits;
/// <see langword="null"/> when walls stood there that a decision overruled.</param>
public sealed record MergeStep(
    long RecordA, long RecordB, double Bits, bool IsDecided, IReadOnlyList<long> GroupA, IReadOnlyList<long> GroupB, double? MeanBits);
