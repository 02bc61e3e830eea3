namespace IntegrationHub.Golden;

/// <summary>Where a value comes from and why it stands where it stands.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Key">The source's own key of the record.</param>
/// <param name="RunId">The run that last changed the record.</param>
/// <param name="At">When the source last changed the record, else when the hub first saw it.</param>
/// <param name="Rule">The rule that decided, in words.</param>
public sealed record Lineage(string Source, string Stream, string Key, long RunId, DateTimeOffset At, string Rule);
