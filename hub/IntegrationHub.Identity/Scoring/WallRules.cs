using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Scoring;

/// <summary>Finds the walls that the values of two records raise. Only clear differences count, never typing errors.</summary>
internal static class WallRules
{
    public static Walls Of(in Evidence evidence, bool isIdentifierConflict, int birthA, int birthB)
    {
        var isGivenOther = evidence.Has(Level.GivenDifferent) || evidence.Has(Level.GivenOtherName) || evidence.Has(Level.GivenInitialDifferent);
        var isBirthOther = evidence.Has(Level.BirthDifferent);
        var walls = Walls.None;
        if (isIdentifierConflict && (isGivenOther || isBirthOther))
        {
            walls |= Walls.Identifiers;
        }

        // Two well-known names are no slip, so one birth date makes twins of them and not one person.
        if ((evidence.Has(Level.GivenOtherName) || (isGivenOther && isBirthOther)) && IsHousehold(evidence))
        {
            walls |= Walls.Twins;
        }

        return evidence.Has(Level.GenerationDifferent) || (isBirthOther && IsGenerationApart(evidence, birthA, birthB)) ? walls | Walls.Generation : walls;
    }

    private static bool IsGenerationApart(in Evidence evidence, int birthA, int birthB) =>
        (evidence.Has(Level.HouseDifferent) || evidence.Has(Level.StreetDifferent) || IsHousehold(evidence))
        && BirthDateComparer.IsGenerationApart(birthA, birthB);

    private static bool IsHousehold(in Evidence evidence) =>
        evidence.Has(Level.PhoneExact) || evidence.Has(Level.FamilyExact) || evidence.Has(Level.EmailExact)
        || (evidence.Has(Level.StreetExact) && evidence.Has(Level.HouseExact));
}
