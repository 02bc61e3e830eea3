using System.Runtime.InteropServices;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>What is taken off a score because comparisons within a group depend on each other.</summary>
/// <param name="Name">Over the names.</param>
/// <param name="Address">Over the address parts; negative where a different address took away too much.</param>
/// <param name="Contact">Over phone and address together.</param>
/// <param name="NameContact">Over names and e-mail together.</param>
/// <param name="Household">Over what a household shares, when given names clearly differ or one is missing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupCaps(float Name, float Address, float Contact, float NameContact, float Household)
{
    public float Sum => Name + Address + Contact + NameContact + Household;

    public static GroupCaps Of(in Evidence evidence, ModelLimits limits)
    {
        var nameSum = evidence.Sum(Comparison.Given, Comparison.Swapped);
        var name = Over(nameSum, limits.NameCap);
        var addressSum = evidence.Sum(Comparison.Street, Comparison.Region);
        var address = addressSum < 0 ? Math.Min(0, addressSum - (float)limits.AddressFloor) : Over(addressSum, AddressCapOf(evidence, limits));
        var phoneSum = Math.Max(0, evidence.Bits(Comparison.Phone));
        var addressLeft = Math.Max(0, addressSum - address);
        var contact = Over(phoneSum + addressLeft, limits.ContactCap);
        var emailSum = Math.Max(0, evidence.Bits(Comparison.Email));
        var nameContact = Over(Math.Max(0, nameSum - name) + emailSum, limits.NameContactCap);
        var household = 0f;
        if (evidence.Has(Level.GivenDifferent) || evidence.Has(Level.GivenInitialDifferent))
        {
            var family = Math.Max(0, evidence.Bits(Comparison.Family));
            household = Over(family + addressLeft + phoneSum - contact + emailSum, limits.HouseholdCap);
        }
        else if (!evidence.Has(Comparison.Given))
        {
            var family = Math.Max(0, evidence.Bits(Comparison.Family));
            household = Over(family + addressLeft, limits.NamelessCap);
        }

        return new GroupCaps(name, address, contact, nameContact, household);
    }

    // In one town everybody shares the postal code: without the house, an address says where people live, not who they are.
    private static double AddressCapOf(in Evidence evidence, ModelLimits limits) =>
        evidence.Has(Level.StreetDifferent) ? limits.AreaCap
        : evidence.Has(Level.HouseDifferent) ? limits.StreetCap
        : limits.AddressCap;

    private static float Over(float sum, double cap) => Math.Max(0, sum - (float)cap);
}
