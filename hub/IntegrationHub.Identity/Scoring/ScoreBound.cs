using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Scoring;

/// <summary>The most that comparisons add to a score, in bits.</summary>
/// <param name="Stranger">Against two strangers.</param>
/// <param name="Household">Against two people of one household.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoreBound(float Stranger, float Household)
{
    // Inlined, like all that is made of two floats here: returned as one they take the way through memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScoreBound operator +(ScoreBound a, ScoreBound b) => new(a.Stranger + b.Stranger, a.Household + b.Household);

    public ScoreBound OrBetter(ScoreBound other) => new(Math.Max(Stranger, other.Stranger), Math.Max(Household, other.Household));
}
