using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>
/// The score of a pair against each thing that two records can be other than one customer: two strangers, or two people
/// who share a home or an office. People of one household agree on what a household has in common, so only what is one
/// person's own tells them apart.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Rivals
{
    private const float NegligibleBits = 20;

    /// <summary>Puts two rivals together.</summary>
    /// <param name="stranger">log2 of the odds of one customer against two strangers.</param>
    /// <param name="household">log2 of the odds of one customer against two people of one household.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rivals(float stranger, float household)
    {
        (Stranger, Household) = (stranger, household);
        var low = float.MinNative(stranger, household);
        var gap = float.Abs(household - stranger);
        Bits = gap > NegligibleBits ? low : low - MathF.Log2(1 + float.Exp2(-gap));
    }

    /// <summary>Gets log2 of the odds of one customer against two strangers.</summary>
    public float Stranger { get; }

    /// <summary>Gets log2 of the odds of one customer against two people of one household.</summary>
    public float Household { get; }

    /// <summary>Gets log2 of the odds of one customer against both rivals together.</summary>
    public float Bits { get; }
}
