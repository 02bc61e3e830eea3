using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>The limits of <see cref="GroupCaps"/> as the numbers that scores are made of, converted once and not for every pair.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GroupLimits(ModelLimits limits)
{
    public readonly float AddressFloor = (float)limits.AddressFloor;
    public readonly float AddressCap = (float)limits.AddressCap;
    public readonly float StreetCap = (float)limits.StreetCap;
    public readonly float AreaCap = (float)limits.AreaCap;
    public readonly float ContactCap = (float)limits.ContactCap;
    public readonly float NameContactCap = (float)limits.NameContactCap;
}
