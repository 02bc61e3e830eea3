namespace IntegrationHub.Client;

/// <summary>What to give beside a customer's values.</summary>
[Flags]
public enum CustomerParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Where each value comes from, why it won, and what lost.</summary>
    Lineage = 1,

    /// <summary>What holds for each channel and purpose.</summary>
    Consents = 2,

    /// <summary>The newest 100 interactions; <see cref="HubClient.ReadTimelineAsync"/> gives all.</summary>
    Timeline = 4,
}
