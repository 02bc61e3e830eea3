using System.Buffers;
using IntegrationHub.Core.Records;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Writes person records: the hot loop of a sync.</summary>
/// <remarks>A record's generation is the last run that saw it: in a full read the run that began the read, else this run.
/// An unchanged record of an incremental read is not touched at all.</remarks>
internal sealed class PersonRows
{
    private readonly Database _database;
    private readonly RecordBatch _batch;
    private readonly long _change;
    private readonly DateTimeOffset _now;
    private readonly ArrayBufferWriter<byte> _fields = new(4_096);
    private readonly ContentHash _hash = new();
    private readonly UidSource _uids;
    private readonly Statement _find;
    private readonly Statement _stamp;
    private readonly Statement _insert;
    private readonly Statement _insertFields;
    private readonly Statement _update;
    private readonly Statement _updateFields;
    private readonly Statement _mark;

    public PersonRows(Database database, RecordBatch batch, long change, DateTimeOffset now)
    {
        _database = database;
        _batch = batch;
        _change = change;
        _now = now;
        _uids = new UidSource(now);
        _find = database.Prepare("SELECT id, generation, is_deleted, hash FROM record WHERE stream_id = ? AND key = ?");
        _stamp = database.Prepare("UPDATE record SET generation = ? WHERE id = ?");
        _insert = database.Prepare("""
            INSERT INTO record(id, stream_id, key, generation, is_deleted, hash, uid, run_id, first_seen_at, updated_at)
            VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
            """);
        _insertFields = database.Prepare("INSERT INTO record_fields(record_id, fields) VALUES (?, ?)");
        _update = database.Prepare("""
            UPDATE record SET generation = ?, is_deleted = 0, hash = ?, run_id = ?, updated_at = ? WHERE id = ?
            """);
        _updateFields = database.Prepare("UPDATE record_fields SET fields = ? WHERE record_id = ?");
        _mark = database.Prepare(PendingSql.Mark);
    }

    public void Write(BatchOutcome outcome)
    {
        var lastId = Counter.Last(_database, Counter.Record);
        var firstId = lastId;
        string? stream = null;
        var streamId = 0L;
        var generation = 0L;
        var isFull = false;
        var counts = new StreamCounts();
        foreach (var record in _batch.Records)
        {
            if (record.Stream != stream)
            {
                stream = record.Stream;
                streamId = _database.Streams.Intern(_batch.SourceId, stream);
                isFull = _batch.Generations.TryGetValue(stream, out generation);
                generation = isFull ? generation : _batch.RunId;
                counts = outcome.For(stream);
            }

            Write(record, streamId, generation, isFull, counts, ref lastId);
        }

        if (lastId != firstId)
        {
            Counter.Set(_database, Counter.Record, lastId);
        }
    }

    /// <summary>Marks a record deleted.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="key">The key.</param>
    /// <returns><see langword="false"/> when there is none that lives.</returns>
    public bool Delete(long streamId, string key)
    {
        var update = _database.Prepare(
            "UPDATE record SET is_deleted = 1, run_id = ? WHERE stream_id = ? AND key = ? AND is_deleted = 0 RETURNING id");
        if (!update.Bind(1, _batch.RunId).Bind(2, streamId).Bind(3, key).Next())
        {
            return false;
        }

        var id = update.Int64(0);
        update.Reset();
        _mark.Bind(1, id).Bind(2, _change).Run();
        return true;
    }

    /// <summary>Marks deleted what a full read did not see.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="generation">The run that began the read.</param>
    /// <returns>How many.</returns>
    public int Sweep(long streamId, long generation)
    {
        _database.Prepare("""
            INSERT INTO pending(record_id, change)
            SELECT id, ? FROM record WHERE stream_id = ? AND is_deleted = 0 AND generation < ? ORDER BY id
            ON CONFLICT(record_id) DO UPDATE SET change = excluded.change
            """).Bind(1, _change).Bind(2, streamId).Bind(3, generation).Run();
        return _database
            .Prepare("UPDATE record SET is_deleted = 1, run_id = ? WHERE stream_id = ? AND is_deleted = 0 AND generation < ?")
            .Bind(1, _batch.RunId).Bind(2, streamId).Bind(3, generation).Run();
    }

    private void Write(IncomingRecord record, long streamId, long generation, bool isFull, StreamCounts counts, ref long lastId)
    {
        var updatedAt = record.UpdatedAt?.ToUnixTimeMilliseconds();
        _fields.ResetWrittenCount();
        FieldCodec.Write(record.Fields, _fields);
        var hash = _hash.Start().Add(_fields.WrittenSpan).Add(updatedAt).End();
        if (!_find.Bind(1, streamId).Bind(2, record.Key).Next())
        {
            Insert(++lastId, record.Key, streamId, generation, hash, updatedAt);
            counts.New++;
            return;
        }

        var id = _find.Int64(0);
        var seenIn = _find.Int64(1);
        var isSame = !_find.Boolean(2) && hash.SequenceEqual(_find.Bytes(3));
        _find.Reset();
        if (!isSame)
        {
            Update(id, Math.Max(seenIn, generation), hash, updatedAt);
            counts.Changed++;
            return;
        }

        counts.Unchanged++;
        if (isFull && seenIn < generation)
        {
            _stamp.Bind(1, generation).Bind(2, id).Run();
        }
    }

    private void Insert(long id, string key, long streamId, long generation, ReadOnlySpan<byte> hash, long? updatedAt)
    {
        _insert.Bind(1, id).Bind(2, streamId).Bind(3, key).Bind(4, generation).BindBlob(5, hash)
            .Bind(6, _uids.Next()).Bind(7, _batch.RunId).Bind(8, _now).Bind(9, updatedAt).Run();
        _insertFields.Bind(1, id).BindText(2, _fields.WrittenSpan).Run();
        _mark.Bind(1, id).Bind(2, _change).Run();
    }

    private void Update(long id, long generation, ReadOnlySpan<byte> hash, long? updatedAt)
    {
        _update.Bind(1, generation).BindBlob(2, hash).Bind(3, _batch.RunId).Bind(4, updatedAt).Bind(5, id).Run();
        _updateFields.BindText(1, _fields.WrittenSpan).Bind(2, id).Run();
        _mark.Bind(1, id).Bind(2, _change).Run();
    }
}
