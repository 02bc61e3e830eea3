using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Source records, interactions, consents and checkpoints.</summary>
internal sealed class RecordStore(StoreFile file) : IRecordStore
{
    // A page is what one short read transaction gives: long enough to be fast, short enough not to hold up the log.
    private const int PageSize = 500;

    public Task<BatchOutcome> CommitAsync(RecordBatch batch, Lease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lease);
        if (lease.SourceId != batch.SourceId)
        {
            throw new ArgumentException($"The lease is for source {lease.SourceId}, the batch for source {batch.SourceId}.", nameof(lease));
        }

        return file.WriteAsync(database => new BatchCommit(database, batch, now).Run(lease), cancellationToken);
    }

    public Task<IReadOnlyList<StreamCheckpoint>> GetCheckpointsAsync(int sourceId, CancellationToken cancellationToken) =>
        file.ReadAsync(database => CheckpointRows.List(database, sourceId), cancellationToken);

    public Task SetCheckpointAsync(int sourceId, StreamCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);

        return file.WriteAsync(
            database =>
            {
                CheckpointRows.Store(database, sourceId, checkpoint);
                return 0;
            },
            cancellationToken);
    }

    public Task<int> ResetCheckpointsAsync(int sourceId, string? stream, CancellationToken cancellationToken) =>
        file.WriteAsync(database => CheckpointRows.Drop(database, sourceId, stream), cancellationToken);

    public IAsyncEnumerable<SourceRecord> ReadLiveAsync(CancellationToken cancellationToken) =>
        file.ReadPagesAsync<SourceRecord>(
            static (database, after, rows) =>
            {
                var select = database.Prepare(RecordRows.Columns + " WHERE r.id > ? AND r.is_deleted = 0 ORDER BY r.id LIMIT ?");
                select.Bind(1, after).Bind(2, PageSize);
                while (select.Next())
                {
                    rows.Add(RecordRows.Read(database, select));
                }

                return rows.Count == PageSize ? rows[^1].Id : null;
            },
            cancellationToken);

    public Task<IReadOnlyList<SourceRecord>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);

        return ids.Count == 0 ? Task.FromResult<IReadOnlyList<SourceRecord>>([]) : file.ReadAsync<IReadOnlyList<SourceRecord>>(
            database =>
            {
                var records = new List<SourceRecord>(ids.Count);
                var select = database.Prepare(RecordRows.Columns + " WHERE r.id = ?");
                foreach (var id in ids)
                {
                    if (select.Bind(1, id).Next())
                    {
                        records.Add(RecordRows.Read(database, select));
                        select.Reset();
                    }
                }

                return records;
            },
            cancellationToken);
    }

    public Task<SourceRecord?> FindAsync(RecordRef reference, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare(RecordRows.Columns + """
                     WHERE r.is_deleted = 0 AND r.key = ?3 AND r.stream_id = (
                        SELECT stream.id FROM stream JOIN source ON source.id = stream.source_id
                        WHERE source.name = ?1 AND source.is_removed = 0 AND stream.name = ?2)
                    """);
                select.Bind(1, reference.Source).Bind(2, reference.Stream).Bind(3, reference.Key);
                return select.Next() ? RecordRows.Read(database, select) : null;
            },
            cancellationToken);

    public Task<IReadOnlyList<SourceRecord>> FindByTokenAsync(long token, int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<SourceRecord>>(
            database =>
            {
                var records = new List<SourceRecord>();
                var select = database.Prepare(RecordRows.Columns + """
                     JOIN lookup l ON l.record_id = r.id WHERE l.token = ? AND r.is_deleted = 0 ORDER BY l.record_id LIMIT ?
                    """);
                select.Bind(1, token).Bind(2, limit);
                while (select.Next())
                {
                    records.Add(RecordRows.Read(database, select));
                }

                return records;
            },
            cancellationToken);

    public Task<IReadOnlyList<(long RecordId, long Change)>> GetPendingAsync(CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<(long RecordId, long Change)>>(
            database =>
            {
                var pending = new List<(long, long)>();
                var select = database.Prepare("SELECT record_id, change FROM pending ORDER BY record_id");
                while (select.Next())
                {
                    pending.Add((select.Int64(0), select.Int64(1)));
                }

                return pending;
            },
            cancellationToken);

    public Task<IReadOnlyList<(long RecordId, Consent Consent)>> GetConsentsAsync(
        IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordIds);

        return file.ReadAsync(database => ConsentRows.List(database, recordIds), cancellationToken);
    }
}
