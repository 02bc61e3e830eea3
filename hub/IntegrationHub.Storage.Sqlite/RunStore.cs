using System.Text.Json;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Engine;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Runs.</summary>
internal sealed class RunStore(StoreFile file) : IRunStore
{
    private const string Columns = "SELECT id, source_id, started_by, status, started_at, finished_at, streams, error FROM run";

    private const string InterruptedText = "It ended without a word: its process ended, or the store could not be written. The next run goes on from its last checkpoint.";

    public Task<Run> StartAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);

        return file.WriteAsync(
            database =>
            {
                database.Prepare("UPDATE run SET status = ?, finished_at = ?, error = coalesce(error, ?) WHERE source_id = ? AND status = ?")
                    .Bind(1, (long)RunStatus.Interrupted).Bind(2, run.StartedAt).Bind(3, InterruptedText)
                    .Bind(4, run.SourceId).Bind(5, (long)RunStatus.Running).Run();
                var insert = database.Prepare("""
                    INSERT INTO run(source_id, started_by, status, started_at, finished_at, streams, error)
                    VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                    """);
                insert.Bind(1, run.SourceId).Bind(2, run.Trigger).Bind(3, (long)run.Status).Bind(4, run.StartedAt)
                    .Bind(5, run.FinishedAt).BindText(6, Counts(run)).Bind(7, run.Error);
                insert.Next();
                return run with { Id = insert.Int64(0) };
            },
            cancellationToken);
    }

    public Task UpdateAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);

        return file.WriteAsync(
            database => database
                .Prepare("UPDATE run SET status = ?, finished_at = ?, streams = ?, error = ? WHERE id = ?")
                .Bind(1, (long)run.Status).Bind(2, run.FinishedAt).BindText(3, Counts(run)).Bind(4, run.Error).Bind(5, run.Id).Run(),
            cancellationToken);
    }

    public Task<Run?> FindAsync(long runId, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database =>
            {
                var select = database.Prepare(Columns + " WHERE id = ?").Bind(1, runId);
                return select.Next() ? Read(select) : null;
            },
            cancellationToken);

    public Task<IReadOnlyList<Run>> ListAsync(int? sourceId, int limit, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<Run>>(
            database =>
            {
                var runs = new List<Run>();
                var select = sourceId is { } id
                    ? database.Prepare(Columns + " WHERE source_id = ? ORDER BY id DESC LIMIT ?").Bind(1, id).Bind(2, limit)
                    : database.Prepare(Columns + " ORDER BY id DESC LIMIT ?").Bind(1, limit);
                while (select.Next())
                {
                    runs.Add(Read(select));
                }

                return runs;
            },
            cancellationToken);

    public Task<bool> RequestCancelAsync(long runId, CancellationToken cancellationToken) =>
        file.WriteAsync(
            database => database.Prepare("UPDATE run SET cancel_requested = 1 WHERE id = ? AND status = ?")
                .Bind(1, runId).Bind(2, (long)RunStatus.Running).Run() > 0,
            cancellationToken);

    public Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken) =>
        file.ReadAsync(
            database => database.Prepare("SELECT 1 FROM run WHERE id = ? AND cancel_requested = 1").Bind(1, runId).Next(),
            cancellationToken);

    private static byte[] Counts(Run run) =>
        JsonSerializer.SerializeToUtf8Bytes(run.Streams, StreamCountsJson.Default.IReadOnlyDictionaryStringStreamCounts);

    private static Run Read(Statement row) => new()
    {
        Id = row.Int64(0),
        SourceId = row.Int32(1),
        Trigger = row.Text(2),
        Status = (RunStatus)row.Int32(3),
        StartedAt = row.Time(4),
        FinishedAt = row.TimeOrNull(5),
        Streams = JsonSerializer.Deserialize(row.Bytes(6), StreamCountsJson.Default.DictionaryStringStreamCounts)!,
        Error = row.TextOrNull(7),
    };
}
