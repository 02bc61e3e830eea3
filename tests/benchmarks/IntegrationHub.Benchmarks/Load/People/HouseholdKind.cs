namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>What binds the people of a home.</summary>
internal enum HouseholdKind
{
    /// <summary>Parents and children of one name.</summary>
    Family,

    /// <summary>The first two are twins.</summary>
    Twins,

    /// <summary>The first two are a parent and a child of one and the same name.</summary>
    Namesakes,

    /// <summary>Only the home is shared.</summary>
    Flatmates,
}
