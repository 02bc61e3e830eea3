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

    public static GroupCaps Of(in Evidence evidence, ModelLimits limits)
    {
        var addressSum = evidence.Sum(Comparison.Street, Comparison.Region);
        var address = addressSum < 0 ? Math.Min(0, addressSum - (float)limits.AddressFloor) : Over(addressSum, AddressCapOf(evidence, limits));
        var contact = Over(Math.Max(0, evidence.Bits(Comparison.Phone)) + Math.Max(0, addressSum - address), limits.ContactCap);
        var emailSum = evidence.Has(Level.EmailExact) ? 0 : Math.Max(0, evidence.Bits(Comparison.Email));
        var nameSum = Math.Max(0, evidence.Sum(Comparison.Given, Comparison.Swapped));
        var nameContact = Math.Min(emailSum, Over(nameSum + emailSum, limits.NameContactCap));
        return new GroupCaps(address, contact, nameContact);
    }

    // In one town everybody shares the postal code: without the house, an address says where people live, not who they are.
    private static double AddressCapOf(in Evidence evidence, ModelLimits limits) =>
        evidence.Has(Level.StreetDifferent) ? limits.AreaCap
        : evidence.Has(Level.HouseDifferent) ? limits.StreetCap
        : limits.AddressCap;

    private static float Over(float sum, double cap) => Math.Max(0, sum - (float)cap);
}
