using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity.Clustering;

/// <summary>Makes doubtful pairs.</summary>
internal static class Doubt
{
    public static DoubtfulPair Pair(long a, long b, float bits, bool isAmbiguous) =>
        new(Math.Min(a, b), Math.Max(a, b), Probability(bits), isAmbiguous);

    /// <summary>Turns a score into a probability.</summary>
    public static double Probability(double bits) => 1 / (1 + Math.Pow(2, -bits));
}
