using IntegrationHub.Sdk;

namespace IntegrationHub.Core.Records;

/// <summary>How far a stream has been read.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Mode">Full and incremental reads keep separate checkpoints; neither ever sees the other's.</param>
/// <param name="State">The connector's state as JSON text, byte for byte as given.</param>
/// <param name="Cursor">The newest source time that counts, when the connector names one.</param>
/// <param name="Generation">For a full read the first run of it, so that a resumed read sweeps correctly; else 0.</param>
public sealed record StreamCheckpoint(string Stream, SyncMode Mode, string State, DateTimeOffset? Cursor, long Generation);
