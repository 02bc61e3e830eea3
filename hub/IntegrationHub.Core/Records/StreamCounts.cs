namespace IntegrationHub.Core.Records;

/// <summary>What happened to the records of a stream. Read = New + Changed + Unchanged + Quarantined + Deleted by message.</summary>
public sealed class StreamCounts
{
    /// <summary>Gets or sets messages with data that the connector yielded.</summary>
    public long Read { get; set; }

    /// <summary>Gets or sets records stored for the first time.</summary>
    public long New { get; set; }

    /// <summary>Gets or sets records whose contents differ from before.</summary>
    public long Changed { get; set; }

    /// <summary>Gets or sets records that say what they had said before.</summary>
    public long Unchanged { get; set; }

    /// <summary>Gets or sets records that are gone at the source.</summary>
    public long Deleted { get; set; }

    /// <summary>Gets or sets records set aside.</summary>
    public long Quarantined { get; set; }

    /// <summary>Adds other counts to these.</summary>
    /// <param name="other">The other counts.</param>
    public void Add(StreamCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);

        Read += other.Read;
        New += other.New;
        Changed += other.Changed;
        Unchanged += other.Unchanged;
        Deleted += other.Deleted;
        Quarantined += other.Quarantined;
    }
}
