using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Evaluating;

/// <summary>Two records that a key proposes, or that a person declared one, with their score.</summary>
/// <param name="RecordA">The record with the smaller number.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Bits">The score as clustering sees it, in bits.</param>
/// <param name="Standing">What may become of the pair.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CandidatePair(long RecordA, long RecordB, float Bits, PairStanding Standing)
{
    /// <summary>Gets the probability that the score stands for.</summary>
    public double Probability => Clustering.Doubt.Probability(Bits);
}
