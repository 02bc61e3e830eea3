namespace IntegrationHub.Core.Records;

/// <summary>A record that could not be taken in.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Key">The source's key, when it could be read.</param>
/// <param name="Reason">What is wrong, without the person's values.</param>
/// <param name="Raw">The payload for repair and replay; payment cards already masked.</param>
public sealed record QuarantinedRecord(string Stream, string? Key, string Reason, string? Raw)
{
    /// <summary>Gets the store's number for it; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Gets when it was set aside.</summary>
    public DateTimeOffset At { get; init; }
}
