namespace IntegrationHub.Identity.Models;

/// <summary>The numbers of a model that are not level weights. All in bits unless said.</summary>
/// <param name="Prior">log2 of the odds that two records taken at random are one customer rather than strangers.</param>
/// <param name="HouseholdPrior">log2 of the odds that two records are one customer rather than two people of one household.</param>
/// <param name="Threshold">At or above this score a pair links; 0 is p = .5.</param>
/// <param name="Review">At or above this score a pair is worth a look.</param>
/// <param name="AddressCap">The most that the parts of an address add together against a stranger.</param>
/// <param name="StreetCap">The same for neighbours: one street, clearly different house numbers.</param>
/// <param name="AreaCap">The same for one town or postal code with clearly different streets.</param>
/// <param name="AddressFloor">The most that a different address takes away: people move.</param>
/// <param name="ContactCap">The most that phone and address add together against a stranger.</param>
/// <param name="NameContactCap">The most that names and an e-mail address that is not the same add together.</param>
/// <param name="ClusterFloor">Two clusters merge only when their mean clipped cross score is above this.</param>
/// <param name="ClusterClip">Where cross scores are clipped, both ways.</param>
/// <param name="AmbiguityMargin">Links to two clusters that cannot be one and differ by less than this are ambiguous.</param>
/// <param name="BlockMax">Records per block; larger blocks are refined. A number of records, not bits.</param>
internal sealed record ModelLimits(
    double Prior,
    double HouseholdPrior,
    double Threshold,
    double Review,
    double AddressCap,
    double StreetCap,
    double AreaCap,
    double AddressFloor,
    double ContactCap,
    double NameContactCap,
    double ClusterFloor,
    double ClusterClip,
    double AmbiguityMargin,
    int BlockMax);
