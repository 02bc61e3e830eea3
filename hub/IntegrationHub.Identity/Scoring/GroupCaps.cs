using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>What is taken off a score against strangers because comparisons within a group depend on each other.</summary>
/// <param name="Address">Over the address parts; negative where a different address took away too much.</param>
/// <param name="Contact">Over phone and address together.</param>
/// <param name="NameContact">Over names and an e-mail address that is alike together.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupCaps(float Address, float Contact, float NameContact)
{
    public float Sum => Address + Contact + NameContact;

    // Inlined, so that the parts stay in registers: written in parts and read whole they would stall the processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GroupCaps Of(in Evidence evidence, in GroupLimits limits)
    {
        var addressSum = evidence.AddressSum;
        var address = AddressOf(evidence, limits);
        var contact = Over(Positive(evidence.Bits(Comparison.Phone)) + Positive(addressSum - address), limits.ContactCap);
        var emailSum = evidence.Has(Level.EmailExact) ? 0 : Positive(evidence.Bits(Comparison.Email));
        var nameContact = float.MinNative(emailSum, Over(Positive(evidence.NameSum) + emailSum, limits.NameContactCap));
        return new GroupCaps(address, contact, nameContact);
    }

    /// <summary>The part of the address alone.</summary>
    public static float AddressOf(in Evidence evidence, in GroupLimits limits)
    {
        var sum = evidence.AddressSum;
        return sum < 0 ? float.MinNative(0, sum - limits.AddressFloor) : Over(sum, AddressCapOf(evidence, limits));
    }

    // In one town everybody shares the postal code: without the house, an address says where people live, not who they are.
    private static float AddressCapOf(in Evidence evidence, in GroupLimits limits) =>
        evidence.Has(Level.StreetDifferent) ? limits.AreaCap
        : evidence.Has(Level.HouseDifferent) ? limits.StreetCap
        : limits.AddressCap;

    private static float Over(float sum, float cap) => Positive(sum - cap);

    // Native: no sum is ever not a number, and the two zeros are one here.
    private static float Positive(float sum) => float.MaxNative(sum, 0);
}
