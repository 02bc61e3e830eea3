using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Sdk;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Checkpoints; one per stream and mode. The cursor is text, to keep every digit that the source gave.</summary>
internal static class CheckpointRows
{
    public static void Store(Database database, int sourceId, StreamCheckpoint checkpoint) => database
        .Prepare("INSERT OR REPLACE INTO checkpoint(stream_id, mode, state, cursor, generation) VALUES (?, ?, ?, ?, ?)")
        .Bind(1, database.Streams.Intern(sourceId, checkpoint.Stream))
        .Bind(2, (long)checkpoint.Mode)
        .Bind(3, checkpoint.State)
        .Bind(4, checkpoint.Cursor?.ToString("O", CultureInfo.InvariantCulture))
        .Bind(5, checkpoint.Generation)
        .Run();

    public static void DropFull(Database database, int sourceId, string stream) => database
        .Prepare("DELETE FROM checkpoint WHERE stream_id = ? AND mode = ?")
        .Bind(1, database.Streams.Intern(sourceId, stream))
        .Bind(2, (long)SyncMode.Full)
        .Run();

    public static int Drop(Database database, int sourceId, string? stream) => database
        .Prepare("DELETE FROM checkpoint WHERE stream_id IN (SELECT id FROM stream WHERE source_id = ?1 AND (?2 IS NULL OR name = ?2))")
        .Bind(1, sourceId)
        .Bind(2, stream)
        .Run();

    public static IReadOnlyList<StreamCheckpoint> List(Database database, int sourceId)
    {
        var checkpoints = new List<StreamCheckpoint>();
        var select = database.Prepare("""
            SELECT s.name, c.mode, c.state, c.cursor, c.generation
            FROM stream s JOIN checkpoint c ON c.stream_id = s.id WHERE s.source_id = ? ORDER BY s.name, c.mode
            """).Bind(1, sourceId);
        while (select.Next())
        {
            DateTimeOffset? cursor = select.TextOrNull(3) is { } text
                ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture)
                : null;
            checkpoints.Add(new StreamCheckpoint(
                select.Text(0), (SyncMode)select.Int32(1), select.Text(2), cursor, select.Int64(4)));
        }

        return checkpoints;
    }
}
