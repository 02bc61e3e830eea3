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
        var stranger = Math.Exp(-Math.Min(1000, (Stranger + prior) * Math.Log(2)));
        var household = Math.Exp(-Math.Min(1000, (Household + householdPrior) * Math.Log(2)));
        var match = 1 / (1 + stranger + household);
        return (match, double.IsInfinity(household) ? 1 : household * match);
    }
}
