namespace IntegrationHub.Core.Customers;

/// <summary>What happened to a customer.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Created = 0,

    /// <summary>Its values or records changed.</summary>
    Updated = 1,

    /// <summary>It became part of another customer; its id redirects there.</summary>
    Merged = 2,

    /// <summary>It came out of another customer.</summary>
    Split = 3,

    /// <summary>Its last record is gone at the source.</summary>
    Removed = 4,

    /// <summary>It was erased.</summary>
    Erased = 5,
}
