using IntegrationHub.Core.Runs;
using IntegrationHub.Plugins;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hosting.Tests;

/// <summary>A store that cannot take a batch in the middle of a run, its rows and its checkpoint: neither is kept, the run says what to do, and
/// a later one completes it.</summary>
public sealed class StoreFailureTests
{
    // The first batch holds 5,000 rows; the second holds the checkpoint, with 1,000 rows before it and 4,000 behind.
    private const int FirstBatch = 5_000;
    private const int Count = 12_000;

    [Fact]
    public async Task A_disk_that_is_full_at_a_commit_keeps_neither_its_rows_nor_its_checkpoint()
    {
        using var disk = SmallDisk.TryMount(megabytes: 40);
        Assert.SkipWhen(disk is null, "Only root may mount a small disk; StoreFileTests fills the file instead.");
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess, folder: disk.Path);

        var stored = await FailThenCompleteAsync(bench, disk.Fill, disk.Empty, "The disk is full; free some space and try again.");

        Assert.Equal(RunStatus.Failed, stored.Status);
        Assert.Contains("The disk is full; free some space and try again.", stored.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_another_process_holds_at_a_commit_keeps_neither_its_rows_nor_its_checkpoint()
    {
        await using var bench = await HubBench.OpenAsync(Isolation.InProcess, lockPatience: TimeSpan.FromSeconds(0.2));
        await using var other = new SqliteConnection($"Data Source={bench.DatabasePath};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);

        var stored = await FailThenCompleteAsync(
            bench,
            () => Execute(other, "BEGIN IMMEDIATE"),
            () => Execute(other, "ROLLBACK"),
            "Another process is writing to the same data folder; stop it or try again.");

        // Its end could not be written either, and the next run found it unended.
        Assert.Equal(RunStatus.Interrupted, stored.Status);
        Assert.Contains(bench.Log.Lines, l => l.Contains("how it ended could not be stored", StringComparison.Ordinal));
    }

    /// <summary>Gives the failed run as it is stored in the end.</summary>
    private static async Task<Run> FailThenCompleteAsync(HubBench bench, Action fail, Action mend, string nextStep)
    {
        var source = await bench.AddAsync("shop", "none", Count);
        var neighbour = await bench.AddAsync("neighbour", "none", HubBench.NeighbourCount);
        var before = await bench.RunAsync(neighbour, CancellationToken.None);

        var failed = await bench.RunAsync(source, CancellationToken.None, new AfterFirstCommit(fail));

        Assert.Equal((RunStatus.Succeeded, RunStatus.Failed), (before.Status, failed.Status));
        Assert.Contains(nextStep, failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("without completing", failed.Error, StringComparison.Ordinal);
        Assert.Equal((FirstBatch, true), (failed.Streams["people"].New, failed.Streams["people"].Read > FirstBatch));
        Assert.Equal((FirstBatch, HubBench.NeighbourCount), await CountAsync());
        Assert.Empty(await bench.Store.Records.GetCheckpointsAsync(source.Id, CancellationToken.None));

        mend();
        var completed = await bench.RunAsync(source, CancellationToken.None);
        var after = await bench.RunAsync(neighbour, CancellationToken.None);

        Assert.True(completed.Status == RunStatus.Succeeded, completed.Error);
        Assert.True(after.Status == RunStatus.Succeeded, after.Error);
        Assert.Equal((Count, HubBench.NeighbourCount), await CountAsync());
        return (await bench.Store.Runs.FindAsync(failed.Id, CancellationToken.None))!;

        async Task<(int, int)> CountAsync()
        {
            var counts = await bench.CountRecordsAsync();
            return (counts[source.Id], counts[neighbour.Id]);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
