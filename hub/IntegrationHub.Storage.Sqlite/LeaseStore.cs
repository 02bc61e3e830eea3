using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Leases. A row without an owner is free; its fence is the last one given out.</summary>
internal sealed class LeaseStore(StoreFile file) : ILeaseStore
{
    public Task<Lease?> TryAcquireAsync(
        int sourceId, string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);

        return file.WriteAsync(
            database =>
            {
                var upsert = database.Prepare("""
                    INSERT INTO lease(source_id, fence, owner, expires_at) VALUES (?1, 1, ?2, ?3)
                    ON CONFLICT(source_id) DO UPDATE SET fence = fence + 1, owner = excluded.owner, expires_at = excluded.expires_at
                    WHERE owner IS NULL OR expires_at <= ?4
                    RETURNING fence, expires_at
                    """);
                upsert.Bind(1, sourceId).Bind(2, owner).Bind(3, now + duration).Bind(4, now);
                return upsert.Next() ? new Lease(sourceId, upsert.Int64(0), owner, upsert.Time(1)) : null;
            },
            cancellationToken);
    }

    public Task<bool> RenewAsync(Lease lease, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);

        return file.WriteAsync(
            database => database
                .Prepare("UPDATE lease SET expires_at = ? WHERE source_id = ? AND fence = ? AND owner IS NOT NULL")
                .Bind(1, now + duration).Bind(2, lease.SourceId).Bind(3, lease.Fence).Run() > 0,
            cancellationToken);
    }

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);

        return file.WriteAsync(
            database => database.Prepare("UPDATE lease SET owner = NULL WHERE source_id = ? AND fence = ?")
                .Bind(1, lease.SourceId).Bind(2, lease.Fence).Run(),
            cancellationToken);
    }

    public Task<Lease?> FindAsync(int sourceId, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare("SELECT fence, owner, expires_at FROM lease WHERE source_id = ? AND owner IS NOT NULL")
                    .Bind(1, sourceId);
                return select.Next() ? new Lease(sourceId, select.Int64(0), select.Text(1), select.Time(2)) : null;
            },
            cancellationToken);
}
