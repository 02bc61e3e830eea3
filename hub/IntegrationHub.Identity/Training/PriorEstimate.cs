using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Training;

/// <summary>The chances that two records taken at random are one customer, or of one household; found by fixed point.</summary>
/// <param name="Match">Of one customer, 0 to 1.</param>
/// <param name="Household">Of one household, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PriorEstimate(double Match, double Household)
{
    private const int Rounds = 30;
    private const int ChunkSize = 16_384;
    private const double SettledBits = .005;
    private const double StartPairsMax = 25;
    private const double StartPairsPerRecord = .02;

    /// <summary>Gets log2 of the odds of one customer against strangers.</summary>
    public double Bits => Math.Log2(Match / (1 - Match));

    /// <summary>Gets log2 of the odds of one customer against one household.</summary>
    public double HouseholdBits => Math.Log2(Match / Household);

    /// <summary>Finds the fixed point: a prior that equals the mean chance under itself.</summary>
    /// <param name="odds">Every candidate pair of the sampled records.</param>
    /// <param name="weights">How many pairs each stands for.</param>
    /// <param name="sampled">The number of sampled records.</param>
    /// <param name="all">The number of records that partners were looked for among.</param>
    /// <param name="prior">Where to start.</param>
    /// <param name="householdPrior">Where to start.</param>
    public static PriorEstimate Of(Odds[] odds, float[] weights, int sampled, double all, double prior, double householdPrior)
    {
        var pairs = (double)sampled * Math.Max(1, all - 1);
        var start = Math.Min(StartPairsMax, StartPairsPerRecord * sampled);
        var estimate = default(PriorEstimate);
        for (var round = 0; round < Rounds; round++)
        {
            var (match, household) = Expect(odds, weights, prior, householdPrior);

            // A few pairs of each kind are taken for granted, so that none seen is not taken for impossible.
            estimate = new PriorEstimate(Math.Min(.5, (match + start) / pairs), Math.Min(.5, (household + start) / pairs));
            var isSettled = Math.Abs(estimate.Bits - prior) < SettledBits && Math.Abs(estimate.HouseholdBits - householdPrior) < SettledBits;
            (prior, householdPrior) = (estimate.Bits, estimate.HouseholdBits);
            if (isSettled)
            {
                break;
            }
        }

        return estimate;
    }

    /// <summary>Adds up the pairs of each kind. Chunks are always the same, so that the sums are, on however many cores.</summary>
    private static (double Match, double Household) Expect(Odds[] odds, float[] weights, double prior, double householdPrior)
    {
        var chunks = new (double Match, double Household)[(odds.Length + ChunkSize - 1) / ChunkSize];
        Parallel.For(0, chunks.Length, TwoCores.Options(), chunk =>
        {
            var (match, household) = (0d, 0d);
            for (var i = chunk * ChunkSize; i < Math.Min(odds.Length, (chunk + 1) * ChunkSize); i++)
            {
                var chances = odds[i].Chances(prior, householdPrior);
                match += weights[i] * chances.Match;
                household += weights[i] * chances.Household;
            }

            chunks[chunk] = (match, household);
        });
        return (chunks.Sum(static c => c.Match), chunks.Sum(static c => c.Household));
    }
}
