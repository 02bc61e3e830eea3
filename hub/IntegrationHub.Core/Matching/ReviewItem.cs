namespace IntegrationHub.Core.Matching;

/// <summary>A doubtful pair with what hangs on it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Records">How many records both customers have.</param>
/// <param name="Interactions">How many interactions both customers have; counting stops at a limit of the store.</param>
public sealed record ReviewItem(DoubtfulPair Pair, int Records, int Interactions)
{
    /// <summary>Gets how much business hangs on the pair: log2 of all its records and interactions, at least 1.</summary>
    public double Value => Math.Log2(Math.Max(2, (double)Records + Interactions));

    /// <summary>Gets the doubt, 0 to 1: the entropy of the probability in bits, largest at one half; 1 when a record could
    /// equally belong to two customers.</summary>
    public double Doubt => Pair.IsAmbiguous ? 1 : Entropy(Pair.Probability);

    /// <summary>Gets the place in the queue: the largest first.</summary>
    public double Priority => Value * Doubt;

    private static double Entropy(double p) => p is <= 0 or >= 1 ? 0 : -((p * Math.Log2(p)) + ((1 - p) * Math.Log2(1 - p)));
}
