namespace IntegrationHub.Core.Matching;

/// <summary>Where a match model comes from.</summary>
public enum ModelOrigin
{
    /// <summary>It ships with the hub; its epoch is 0 and it is never stored.</summary>
    Shipped = 0,

    /// <summary>It was learned from the records, by itself.</summary>
    TrainedByItself = 1,

    /// <summary>It was learned from the records because a person asked.</summary>
    TrainedByPerson = 2,

    /// <summary>A person handed it in as a file.</summary>
    HandedIn = 3,
}
