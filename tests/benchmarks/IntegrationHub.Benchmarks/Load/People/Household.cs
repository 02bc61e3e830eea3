namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>What the people of a home have in common.</summary>
/// <param name="Kind">What binds them.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Homes">Where they live, the first home first.</param>
/// <param name="Family">The name of most of them.</param>
/// <param name="FamilyShare">The share of people with that name.</param>
/// <param name="Given">The name of the namesakes.</param>
/// <param name="GivenShare">The share of people with that name.</param>
/// <param name="ParentBirth">When the eldest was born.</param>
/// <param name="ChildBirth">When the twins were born.</param>
/// <param name="Landline">The telephone at home.</param>
/// <param name="Mailbox">A mailbox all read, if there is one.</param>
/// <param name="HasSharedCard">They collect points on one loyalty card.</param>
internal sealed record Household(
    HouseholdKind Kind,
    int Size,
    Home[] Homes,
    string Family,
    double FamilyShare,
    string Given,
    double GivenShare,
    DateOnly ParentBirth,
    DateOnly ChildBirth,
    string Landline,
    Mailbox? Mailbox,
    bool HasSharedCard);
