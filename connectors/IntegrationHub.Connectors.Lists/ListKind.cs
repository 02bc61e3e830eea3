namespace IntegrationHub.Connectors.Lists;

/// <summary>What the entries of a list are.</summary>
public enum ListKind
{
    /// <summary>People, with what is known about them.</summary>
    People = 0,

    /// <summary>E-mail addresses, phone numbers and names at postal addresses that must not be contacted.</summary>
    Suppression = 1,
}
