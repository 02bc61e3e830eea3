namespace IntegrationHub.Identity.Models;

/// <summary>The numbers of a model that are not level weights. All in bits unless said.</summary>
/// <param name="Prior">log2 of the odds that two records taken at random are one customer.</param>
/// <param name="Threshold">At or above this score a pair links; 0 is p = .5.</param>
/// <param name="Review">At or above this score a pair is worth a look.</param>
/// <param name="NameCap">The most that agreeing names can add: names alone never link.</param>
/// <param name="AddressCap">The most that the parts of an address add together.</param>
/// <param name="StreetCap">The same for neighbours: one street, clearly different house numbers.</param>
/// <param name="AreaCap">The same for one town or postal code with clearly different streets.</param>
/// <param name="AddressFloor">The most that a different address takes away: people move.</param>
/// <param name="ContactCap">The most that phone and address add together.</param>
/// <param name="NameContactCap">The most that names and e-mail add together.</param>
/// <param name="HouseholdCap">With clearly different given names, the most that family name, address, phone and e-mail add together.</param>
/// <param name="NamelessCap">With a given name missing, the most that family name and address add together: a home is not a person.</param>
/// <param name="GivenRarityMax">The most that a rare given name counts.</param>
/// <param name="FamilyRarityMax">The most that a rare family name counts.</param>
/// <param name="ClusterFloor">Two clusters merge only when their mean clipped cross score is above this.</param>
/// <param name="ClusterClip">Where cross scores are clipped, both ways.</param>
/// <param name="AmbiguityMargin">Links to two clusters that cannot be one and differ by less than this are ambiguous.</param>
/// <param name="BlockMax">Records per block; larger blocks are refined. A number of records, not bits.</param>
internal sealed record ModelLimits(
    double Prior,
    double Threshold,
    double Review,
    double NameCap,
    double AddressCap,
    double StreetCap,
    double AreaCap,
    double AddressFloor,
    double ContactCap,
    double NameContactCap,
    double HouseholdCap,
    double NamelessCap,
    double GivenRarityMax,
    double FamilyRarityMax,
    double ClusterFloor,
    double ClusterClip,
    double AmbiguityMargin,
    int BlockMax);
