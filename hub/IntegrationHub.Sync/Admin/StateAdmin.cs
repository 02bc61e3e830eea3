using System.Text.Json;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk;

namespace IntegrationHub.Sync.Admin;

/// <summary>Shows and changes how far a source has been read. Thread-safe.</summary>
/// <param name="records">Keeps the checkpoints.</param>
public sealed class StateAdmin(IRecordStore records)
{
    /// <summary>Lists the checkpoints of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="stream">Only of this stream, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The checkpoints by stream and mode.</returns>
    public async Task<IReadOnlyList<StreamCheckpoint>> ShowAsync(Source source, string? stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        var all = await records.GetCheckpointsAsync(source.Id, cancellationToken);
        return all.Where(c => stream is null || c.Stream == stream).OrderBy(c => c.Stream, StringComparer.Ordinal).ThenBy(c => c.Mode).ToList();
    }

    /// <summary>Sets the place that the next incremental read goes on from.</summary>
    /// <param name="source">The source.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="state">The connector's state as JSON.</param>
    /// <param name="cursor">The newest source time that counts as read, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">The state is not JSON.</exception>
    public Task SetAsync(Source source, string stream, string state, DateTimeOffset? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(stream);

        try
        {
            using var document = JsonDocument.Parse(state);
        }
        catch (JsonException e)
        {
            throw new AdminException(
                AdminFailure.WrongUse, "The state is not JSON.", "what 'hub state show' prints, for example {\"offset\":120}", innerException: e);
        }

        return records.SetCheckpointAsync(
            source.Id, new StreamCheckpoint(stream, SyncMode.Incremental, state, cursor, Generation: 0), cancellationToken);
    }

    /// <summary>Drops checkpoints, so that the next run starts at the beginning. No record is touched.</summary>
    /// <param name="source">The source.</param>
    /// <param name="stream">The stream, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many were dropped.</returns>
    public Task<int> ResetAsync(Source source, string? stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return records.ResetCheckpointsAsync(source.Id, stream, cancellationToken);
    }
}
