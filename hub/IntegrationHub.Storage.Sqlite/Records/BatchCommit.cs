using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Writes one batch, inside one transaction.</summary>
/// <remarks>Rows first, then deletions, then checkpoints, then the ends of full reads: a key that is both delivered and
/// deleted in one batch ends up deleted.</remarks>
internal sealed class BatchCommit(Database database, RecordBatch batch, DateTimeOffset now)
{
    private readonly BatchOutcome _outcome = new();

    public BatchOutcome Run(Lease lease)
    {
        CheckFence(lease);
        var change = Counter.Next(database, Counter.Change);
        var quarantine = new QuarantineRows(database, batch, now);
        var persons = new PersonRows(database, batch, change, now);
        var interactions = new InteractionRows(database, batch);
        quarantine.Release();
        persons.Write(_outcome);
        interactions.Write(_outcome);
        new ConsentRows(database, batch).Write(_outcome);
        quarantine.Add(_outcome);
        foreach (var (stream, key) in batch.Deletions)
        {
            // A stream may hold both; a deletion does not say which. One that names nothing known is no change.
            var streamId = database.Streams.Intern(batch.SourceId, stream);
            var isGone = persons.Delete(streamId, key) | interactions.Delete(streamId, key);
            var counts = _outcome.For(stream);
            counts.Deleted += isGone ? 1 : 0;
            counts.Unchanged += isGone ? 0 : 1;
        }

        foreach (var checkpoint in batch.Checkpoints)
        {
            CheckpointRows.Store(database, batch.SourceId, checkpoint);
        }

        foreach (var (stream, generation, sweep) in batch.CompletedFullReads)
        {
            EndFullRead(stream, generation, sweep, persons, interactions);
        }

        return _outcome;
    }

    private void EndFullRead(string stream, long generation, Sweep sweep, PersonRows persons, InteractionRows interactions)
    {
        var streamId = database.Streams.Intern(batch.SourceId, stream);
        if (sweep == Sweep.Always || (sweep == Sweep.IfPlausible && IsPlausible(stream, streamId, generation)))
        {
            _outcome.For(stream).Deleted += persons.Sweep(streamId, generation) + interactions.Sweep(streamId, generation);
        }

        CheckpointRows.DropFull(database, batch.SourceId, stream);
    }

    private bool IsPlausible(string stream, long streamId, long generation)
    {
        var count = database.Prepare("""
            SELECT
              (SELECT COUNT(*) FROM record WHERE stream_id = ?1 AND is_deleted = 0 AND generation < ?2)
                + (SELECT COUNT(*) FROM interaction WHERE stream_id = ?1 AND generation < ?2),
              (SELECT COUNT(*) FROM record WHERE stream_id = ?1 AND is_deleted = 0 AND generation >= ?2)
                + (SELECT COUNT(*) FROM interaction WHERE stream_id = ?1 AND generation >= ?2)
            """).Bind(1, streamId).Bind(2, generation);
        count.Next();
        var held = new HeldSweep(count.Int64(0), count.Int64(1));
        count.Reset();
        if (HeldSweep.IsPlausible(held.Missing, held.Seen))
        {
            return true;
        }

        _outcome.HeldSweeps[stream] = held;
        return false;
    }

    private void CheckFence(Lease lease)
    {
        var select = database.Prepare("SELECT 1 FROM lease WHERE source_id = ? AND fence = ? AND owner IS NOT NULL")
            .Bind(1, lease.SourceId).Bind(2, lease.Fence);
        if (!select.Next())
        {
            throw new LeaseLostException();
        }

        select.Reset();
    }
}
