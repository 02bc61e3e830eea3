using IntegrationHub.Core.Records;

namespace IntegrationHub.Core.Runs;

/// <summary>One execution of a sync of a source.</summary>
public sealed record Run
{
    /// <summary>Gets the number, growing.</summary>
    public long Id { get; init; }

    /// <summary>Gets the source.</summary>
    public required int SourceId { get; init; }

    /// <summary>Gets what started it: <c>cli</c>, <c>schedule</c>, <c>api</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>Gets how it stands.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Gets when it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Gets the counts by stream.</summary>
    public IReadOnlyDictionary<string, StreamCounts> Streams { get; init; } = new Dictionary<string, StreamCounts>(StringComparer.Ordinal);

    /// <summary>Gets why it did not succeed and what to do, in words; <see langword="null"/> when it did.</summary>
    public string? Error { get; init; }
}
