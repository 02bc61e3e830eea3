using IntegrationHub.Core.Records;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>What could not be taken in. The same thing set aside again is one entry.</summary>
internal sealed class QuarantineStore(StoreFile file) : IQuarantineStore
{
    public Task<IReadOnlyList<QuarantinedRecord>> ListAsync(
        int sourceId, long afterId, int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<QuarantinedRecord>>(
            database =>
            {
                var entries = new List<QuarantinedRecord>();
                var select = database.Prepare(
                    "SELECT id, stream, key, reason, raw, at FROM quarantine WHERE source_id = ? AND id > ? ORDER BY id LIMIT ?");
                select.Bind(1, sourceId).Bind(2, afterId).Bind(3, limit);
                while (select.Next())
                {
                    entries.Add(new QuarantinedRecord(select.Text(1), select.TextOrNull(2), select.Text(3), select.TextOrNull(4))
                    {
                        Id = select.Int64(0),
                        At = select.Time(5),
                    });
                }

                return entries;
            },
            cancellationToken);

    public Task<IReadOnlyList<(string Reason, long Count)>> CountByReasonAsync(int sourceId, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<(string Reason, long Count)>>(
            database =>
            {
                var counts = new List<(string, long)>();
                var select = database.Prepare(
                    "SELECT reason, count(*) FROM quarantine WHERE source_id = ? GROUP BY reason ORDER BY count(*) DESC, reason");
                select.Bind(1, sourceId);
                while (select.Next())
                {
                    counts.Add((select.Text(0), select.Int64(1)));
                }

                return counts;
            },
            cancellationToken);
}
