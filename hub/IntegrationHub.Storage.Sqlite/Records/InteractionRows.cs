using IntegrationHub.Core.Records;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Writes interactions. They name their person by stream and key, so the person may arrive later.</summary>
internal sealed class InteractionRows(Database database, RecordBatch batch)
{
    private readonly ContentHash _hash = new();
    private readonly Statement _find = database.Prepare(
        "SELECT id, generation, hash FROM interaction WHERE stream_id = ? AND key = ?");

    private readonly Statement _stamp = database.Prepare("UPDATE interaction SET generation = ? WHERE id = ?");

    private readonly Statement _insert = database.Prepare("""
        INSERT INTO interaction(generation, hash, run_id, occurred_at, person_stream_id, person_key, type, body, stream_id, key)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """);

    private readonly Statement _update = database.Prepare("""
        UPDATE interaction SET generation = ?1, hash = ?2, run_id = ?3, occurred_at = ?4, person_stream_id = ?5, person_key = ?6,
            type = ?7, body = ?8
        WHERE id = ?9
        """);

    public void Write(BatchOutcome outcome)
    {
        foreach (var interaction in batch.Interactions)
        {
            var isFull = batch.Generations.TryGetValue(interaction.Stream, out var generation);
            Write(interaction, isFull ? generation : batch.RunId, isFull, outcome.For(interaction.Stream));
        }
    }

    /// <summary>Removes an interaction.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="key">The key.</param>
    /// <returns><see langword="false"/> when there is none.</returns>
    public bool Delete(long streamId, string key) => database
        .Prepare("DELETE FROM interaction WHERE stream_id = ? AND key = ?")
        .Bind(1, streamId).Bind(2, key).Run() > 0;

    /// <summary>Removes what a full read did not see.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="generation">The run that began the read.</param>
    /// <returns>How many.</returns>
    public int Sweep(long streamId, long generation) => database
        .Prepare("DELETE FROM interaction WHERE stream_id = ? AND generation < ?")
        .Bind(1, streamId).Bind(2, generation).Run();

    private void Write(Interaction interaction, long generation, bool isFull, StreamCounts counts)
    {
        var streamId = database.Streams.Intern(batch.SourceId, interaction.Stream);
        var hash = _hash.Start().Add(interaction.Type).Add(interaction.OccurredAt.ToUnixTimeMilliseconds())
            .Add(interaction.PersonStream).Add(interaction.PersonKey).Add(interaction.Body).End();
        if (!_find.Bind(1, streamId).Bind(2, interaction.Key).Next())
        {
            Bind(_insert, interaction, generation, hash).Bind(9, streamId).Bind(10, interaction.Key).Run();
            counts.New++;
            return;
        }

        var id = _find.Int64(0);
        var seenIn = _find.Int64(1);
        var isSame = hash.SequenceEqual(_find.Bytes(2));
        _find.Reset();
        if (!isSame)
        {
            Bind(_update, interaction, Math.Max(seenIn, generation), hash).Bind(9, id).Run();
            counts.Changed++;
            return;
        }

        counts.Unchanged++;
        if (isFull && seenIn < generation)
        {
            _stamp.Bind(1, generation).Bind(2, id).Run();
        }
    }

    private Statement Bind(Statement statement, Interaction interaction, long generation, ReadOnlySpan<byte> hash)
    {
        long? personStreamId = interaction.PersonStream is { } stream ? database.Streams.Intern(batch.SourceId, stream) : null;
        return statement.Bind(1, generation).BindBlob(2, hash).Bind(3, batch.RunId).Bind(4, interaction.OccurredAt)
            .Bind(5, personStreamId).Bind(6, interaction.PersonKey).Bind(7, interaction.Type).Bind(8, interaction.Body);
    }
}
