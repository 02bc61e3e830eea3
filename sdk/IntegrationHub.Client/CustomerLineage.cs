namespace IntegrationHub.Client;

/// <summary>Where all values of a customer come from. Immutable.</summary>
public sealed record CustomerLineage
{
    /// <summary>Gets the customer's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets, by canonical name, survivors first and then what lost.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueLineage>> Lineage { get; init; }

    /// <summary>Gets the source records that the customer is made of, as <c>source/stream/key</c>.</summary>
    public required IReadOnlyList<string> Records { get; init; }
}
