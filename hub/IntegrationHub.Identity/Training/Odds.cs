using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Training;

/// <summary>What a pair's comparisons say before any prior, in bits.</summary>
/// <param name="Stranger">Against two strangers.</param>
/// <param name="Household">Against two people of one household.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Odds(float Stranger, float Household)
{
    /// <summary>Gives the chances of one customer and of one household.</summary>
    public (double Match, double Household) Chances(double prior, double householdPrior)
    {
        // Scores are within a few hundred bits, so that nothing overflows.
        var stranger = double.Exp2(-(Stranger + prior));
        var household = double.Exp2(-(Household + householdPrior));
        var match = 1 / (1 + stranger + household);
        return (match, household * match);
    }

    /// <summary>Gives the chance of two strangers.</summary>
    public double StrangerChance(in PriorEstimate prior)
    {
        var (match, household) = Chances(prior.Bits, prior.HouseholdBits);
        return Math.Max(0, 1 - match - household);
    }
}
