namespace IntegrationHub.Core.Records;

/// <summary>What one source says about one person, as stored.</summary>
public sealed class SourceRecord
{
    /// <summary>Gets the store's number for it; smaller means first seen earlier. Never shown.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the durable id, a UUIDv7. It is the customer's id while this record is the customer's anchor.</summary>
    public required Guid Uid { get; init; }

    /// <summary>Gets the source's number.</summary>
    public required int SourceId { get; init; }

    /// <summary>Gets the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Gets the source's own key.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the values.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Gets when the source last changed it, when the source says so.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when the hub first saw it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Gets the run that last changed it.</summary>
    public required long RunId { get; init; }

    /// <summary>Gets a value indicating whether the source no longer has it.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Gets the time that counts for "most recent": the source's own, else when the hub first saw it.</summary>
    public DateTimeOffset EffectiveAt => UpdatedAt ?? FirstSeenAt;
}
