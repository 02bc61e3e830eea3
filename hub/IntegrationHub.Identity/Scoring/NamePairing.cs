using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>How two names compare, straight or swapped. Filled in place: it is larger than what is cheap to copy.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct NamePairing
{
    public Step Given;
    public Step Family;
    public bool IsSwapped;
    public float Penalty;

    public readonly bool IsFound => Given.A != 0 || Family.A != 0;

    public readonly float Bits => Given.Bits + Family.Bits + Penalty;

    public readonly void WriteTo(ref Evidence evidence)
    {
        if (Given.A != 0)
        {
            evidence.Set(Comparison.Given, Given.Level, Given.Bits, Given.A, Given.B);
        }

        if (Family.A != 0)
        {
            evidence.Set(Comparison.Family, Family.Level, Family.Bits, Family.A, Family.B);
        }

        if (IsSwapped)
        {
            evidence.Set(Comparison.Swapped, Level.NamesSwapped, 0, 0);
        }
    }
}
