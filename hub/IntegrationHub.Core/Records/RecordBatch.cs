namespace IntegrationHub.Core.Records;

/// <summary>Everything one commit writes: rows and the checkpoint after them, together or not at all.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="RunId">The run.</param>
public sealed record RecordBatch(int SourceId, long RunId)
{
    /// <summary>Gets person records, each key at most once per stream.</summary>
    public List<IncomingRecord> Records { get; } = [];

    /// <summary>Gets interactions, each key at most once per stream.</summary>
    public List<Interaction> Interactions { get; } = [];

    /// <summary>Gets consents.</summary>
    public List<Consent> Consents { get; } = [];

    /// <summary>Gets what the source says is gone, as stream and key.</summary>
    public List<(string Stream, string Key)> Deletions { get; } = [];

    /// <summary>Gets what was set aside.</summary>
    public List<QuarantinedRecord> Quarantined { get; } = [];

    /// <summary>Gets the checkpoints to store; the last of each stream counts.</summary>
    public List<StreamCheckpoint> Checkpoints { get; } = [];

    /// <summary>Gets the full reads that are completed by this commit: records of the stream that were not seen since
    /// the read began are marked deleted as <see cref="Sweep"/> says, and the full-read checkpoint is dropped.</summary>
    public List<(string Stream, long Generation, Sweep Sweep)> CompletedFullReads { get; } = [];

    /// <summary>Gets the generation that the records of a stream are stamped with: the first run of the full read
    /// under way, or nothing for an incremental read.</summary>
    public Dictionary<string, long> Generations { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the quarantine entries that this batch takes in again; they are removed with the commit.</summary>
    public List<long> ReleasedQuarantine { get; } = [];

    /// <summary>Gets the number of rows and marks, to limit a batch.</summary>
    public int Count => Records.Count + Interactions.Count + Consents.Count + Deletions.Count + Quarantined.Count
        + Checkpoints.Count + CompletedFullReads.Count + ReleasedQuarantine.Count;
}
