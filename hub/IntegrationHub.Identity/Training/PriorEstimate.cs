using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Training;

/// <summary>The chances that two records taken at random are one customer, or of one household; found by fixed point.</summary>
/// <param name="Match">Of one customer, 0 to 1.</param>
/// <param name="Household">Of one household, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PriorEstimate(double Match, double Household)
{
    private const int Rounds = 30;
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
    /// <param name="all">The number of records.</param>
    /// <param name="prior">Where to start.</param>
    /// <param name="householdPrior">Where to start.</param>
    public static PriorEstimate Of(Odds[] odds, float[] weights, int sampled, int all, double prior, double householdPrior)
    {
        var pairs = (double)sampled * Math.Max(1, all - 1);
        var start = Math.Min(StartPairsMax, StartPairsPerRecord * sampled);
        var estimate = default(PriorEstimate);
        for (var round = 0; round < Rounds; round++)
        {
            double match = 0, household = 0;
            for (var i = 0; i < odds.Length; i++)
            {
                var chances = odds[i].Chances(prior, householdPrior);
                match += weights[i] * chances.Match;
                household += weights[i] * chances.Household;
            }

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
}
