using IntegrationHub.Core.Records;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Sets records aside and takes them out again.</summary>
/// <remarks>The same contents set aside again are one entry with a newer time, so a full read repeated every hour does not
/// grow the table. An entry whose key is delivered whole is out of date and goes: replaying it would bring back old values.
/// One that tells only a part stays, since a later part does not repeat it.</remarks>
internal sealed class QuarantineRows(Database database, RecordBatch batch, DateTimeOffset now)
{
    public void Release()
    {
        var byId = database.Prepare("DELETE FROM quarantine WHERE id = ? AND source_id = ?");
        foreach (var id in batch.ReleasedQuarantine)
        {
            byId.Bind(1, id).Bind(2, batch.SourceId).Run();
        }

        if (!HasEntries())
        {
            return;
        }

        foreach (var record in batch.Records.Where(r => !r.IsPartial))
        {
            Release(record.Stream, record.Key);
        }

        foreach (var interaction in batch.Interactions)
        {
            Release(interaction.Stream, interaction.Key);
        }

        foreach (var (stream, key) in batch.Deletions)
        {
            Release(stream, key);
        }
    }

    public void Add(BatchOutcome outcome)
    {
        if (batch.Quarantined.Count == 0)
        {
            return;
        }

        var hash = new ContentHash();
        var insert = database.Prepare("""
            INSERT INTO quarantine(source_id, stream, key, reason, raw, hash, at, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(source_id, hash) DO UPDATE SET at = excluded.at, run_id = excluded.run_id
            """);
        foreach (var entry in batch.Quarantined)
        {
            insert.Bind(1, batch.SourceId).Bind(2, entry.Stream).Bind(3, entry.Key).Bind(4, entry.Reason).Bind(5, entry.Raw)
                .BindBlob(6, hash.Start().Add(entry.Stream).Add(entry.Key).Add(entry.Reason).Add(entry.Raw).End())
                .Bind(7, now).Bind(8, batch.RunId).Run();
            outcome.For(entry.Stream).Quarantined++;
        }
    }

    private bool HasEntries()
    {
        var select = database.Prepare("SELECT 1 FROM quarantine WHERE source_id = ? AND key IS NOT NULL LIMIT 1").Bind(1, batch.SourceId);
        var hasAny = select.Next();
        select.Reset();
        return hasAny;
    }

    private void Release(string stream, string key) => database
        .Prepare("DELETE FROM quarantine WHERE source_id = ? AND stream = ? AND key = ?")
        .Bind(1, batch.SourceId).Bind(2, stream).Bind(3, key).Run();
}
