using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// The score of a pair against each thing that two records can be other than one customer: two strangers, or two people
/// who share a home or an office. People of one household agree on what a household has in common, so only what is one
/// person's own tells them apart.
/// </summary>
/// <param name="Stranger">log2 of the odds of one customer against two strangers.</param>
/// <param name="Household">log2 of the odds of one customer against two people of one household.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rivals(float Stranger, float Household)
{
    private const float NegligibleBits = 20;

    /// <summary>Gets log2 of the odds of one customer against both rivals together.</summary>
    public float Bits
    {
        get
        {
            var (low, gap) = Stranger < Household ? (Stranger, Household - Stranger) : (Household, Stranger - Household);
            return gap > NegligibleBits ? low : low - MathF.Log2(1 + float.Exp2(-gap));
        }
    }
}
