namespace IntegrationHub.Sync;

/// <summary>How far a run is.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="RunId">The run.</param>
/// <param name="Committed">How many messages with data are stored or set aside for good.</param>
public readonly record struct SyncProgress(string Source, long RunId, long Committed);
