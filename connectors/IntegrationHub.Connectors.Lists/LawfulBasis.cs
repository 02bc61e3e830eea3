namespace IntegrationHub.Connectors.Lists;

/// <summary>Why the people of a list may be processed (GDPR, article 6).</summary>
public enum LawfulBasis
{
    /// <summary>Nobody has said.</summary>
    NotStated = 0,

    /// <summary>The people have agreed.</summary>
    Consent = 1,

    /// <summary>A contract with them needs it.</summary>
    Contract = 2,

    /// <summary>The law demands it.</summary>
    LegalObligation = 3,

    /// <summary>A life depends on it.</summary>
    VitalInterests = 4,

    /// <summary>A task in the public interest needs it.</summary>
    PublicTask = 5,

    /// <summary>An interest that outweighs theirs, weighed and written down.</summary>
    LegitimateInterests = 6,
}
