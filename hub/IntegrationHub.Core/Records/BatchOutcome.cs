namespace IntegrationHub.Core.Records;

/// <summary>What a commit did, per stream.</summary>
public sealed class BatchOutcome
{
    /// <summary>Gets the counts by stream.</summary>
    public Dictionary<string, StreamCounts> Streams { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets, by stream, what full reads did not see and what was kept because so much was missing.</summary>
    public Dictionary<string, HeldSweep> HeldSweeps { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the counts of one stream, made on first use.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The counts.</returns>
    public StreamCounts For(string stream)
    {
        if (!Streams.TryGetValue(stream, out var counts))
        {
            Streams[stream] = counts = new StreamCounts();
        }

        return counts;
    }

    /// <summary>Adds another outcome to this one, stream by stream.</summary>
    /// <param name="other">The other outcome.</param>
    public void Add(BatchOutcome other)
    {
        ArgumentNullException.ThrowIfNull(other);

        foreach (var (stream, counts) in other.Streams)
        {
            For(stream).Add(counts);
        }

        foreach (var (stream, held) in other.HeldSweeps)
        {
            HeldSweeps[stream] = held;
        }
    }
}
