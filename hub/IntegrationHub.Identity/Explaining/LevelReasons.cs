using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Explaining;

/// <summary>Levels in words.</summary>
internal static class LevelReasons
{
    public static string Of(Level level, string name) => level switch
    {
        Level.GivenExact => "same given name, worth more the rarer it is",
        Level.GivenOther => "one given or middle name in common",
        Level.GivenNickname => "one is a short form of the other",
        Level.GivenInitial => "the initial fits",
        Level.GivenOtherName => "both are well-known names, and neither is a form of the other",
        Level.GivenInitialDifferent => "the initial does not fit",
        Level.FamilyExact => "same family name, worth more the rarer it is",
        Level.FamilyPart => "one part of a double family name in common",
        Level.NamesSwapped => "given and family name are swapped",
        Level.GenerationDifferent => "senior and junior",
        Level.BirthFirstOfJanuary => "same, but the first of January is often a placeholder",
        Level.BirthSwapped => "day and month are swapped",
        Level.BirthParts => "two of day, month and year agree",
        Level.BirthClose => "the dates are near each other",
        Level.BirthYear => "only the year is known, and agrees",
        Level.EmailSameLocal => "same name before the @, other domain",
        Level.EmailShared => "a mailbox that many people share says nothing",
        Level.StreetWords => "half of the street's words in common",
        Level.LocalityContained => "the place is found in the other's address",
        Level.CompanyContained => "all words of the shorter name are in the longer",
        Level.CompanyPart => "some words in common",
        _ => Plain(name),
    };

    private static string Plain(string level) => level switch
    {
        "exact" or "same" => "they agree",
        "near" => "they differ by a slip",
        "similar" => "they are alike",
        "unclear" => "they are hardly alike",
        _ => "they differ",
    };
}
