using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;

namespace IntegrationHub.Core.Storage;

/// <summary>Keeps source records, interactions, consents and checkpoints.</summary>
public interface IRecordStore
{
    /// <summary>Writes a batch in one transaction. Each new, changed or deleted record becomes pending for the resolver.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="lease">The writer's lease; checked inside the transaction.</param>
    /// <param name="now">The time to stamp.</param>
    /// <param name="cancellationToken">Stops before the transaction begins, never inside it.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="LeaseLostException">The fence is not the newest; nothing was written.</exception>
    Task<BatchOutcome> CommitAsync(RecordBatch batch, Lease lease, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Lists the checkpoints of a source.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>At most one per stream and mode.</returns>
    Task<IReadOnlyList<StreamCheckpoint>> GetCheckpointsAsync(int sourceId, CancellationToken cancellationToken);

    /// <summary>Sets a checkpoint by hand.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task SetCheckpointAsync(int sourceId, StreamCheckpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>Drops checkpoints, so that the next run starts at the beginning. No record is touched.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="stream">The stream, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many were dropped.</returns>
    Task<int> ResetCheckpointsAsync(int sourceId, string? stream, CancellationToken cancellationToken);

    /// <summary>Reads every live record in the order of its number.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The records; never the whole set in memory.</returns>
    IAsyncEnumerable<SourceRecord> ReadLiveAsync(CancellationToken cancellationToken);

    /// <summary>Reads records by number, deleted ones included.</summary>
    /// <param name="ids">The numbers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The records found, in the order of <paramref name="ids"/>.</returns>
    Task<IReadOnlyList<SourceRecord>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>Finds a live record by its reference.</summary>
    /// <param name="reference">Source name, stream and key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The record, or <see langword="null"/>.</returns>
    Task<SourceRecord?> FindAsync(RecordRef reference, CancellationToken cancellationToken);

    /// <summary>Finds live records that may hold a value.</summary>
    /// <param name="token">The value's <see cref="Customers.LookupToken"/>.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Candidates; the caller compares the value itself.</returns>
    Task<IReadOnlyList<SourceRecord>> FindByTokenAsync(long token, int limit, CancellationToken cancellationToken);

    /// <summary>Lists what waits for the resolver.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Record numbers, ascending, each with the number of the commit that last changed it.</returns>
    Task<IReadOnlyList<(long RecordId, long Change)>> GetPendingAsync(CancellationToken cancellationToken);

    /// <summary>Lists the consents that the given records carry.</summary>
    /// <param name="recordIds">The records.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The consents, each with the number of its person record, oldest first.</returns>
    Task<IReadOnlyList<(long RecordId, Consent Consent)>> GetConsentsAsync(
        IReadOnlyList<long> recordIds, CancellationToken cancellationToken);
}
