namespace IntegrationHub.Sync;

/// <summary>How to run one sync.</summary>
public sealed record SyncOptions
{
    /// <summary>Gets a value indicating whether to read everything again, whatever was read before.</summary>
    public bool Full { get; init; }

    /// <summary>Gets a value indicating whether records that a full read misses are taken as deleted, however many they are.</summary>
    /// <value>Defaults to <see langword="false"/>: a read that misses most of what was there is thought to be at fault.</value>
    public bool AcceptsDeletions { get; init; }

    /// <summary>Gets the streams to read.</summary>
    /// <value>Defaults to <see langword="null"/>: every stream of the source.</value>
    public IReadOnlyList<string>? Streams { get; init; }

    /// <summary>Gets what started the run: <c>cli</c>, <c>schedule</c>, <c>api</c>.</summary>
    public string Trigger { get; init; } = "cli";
}
