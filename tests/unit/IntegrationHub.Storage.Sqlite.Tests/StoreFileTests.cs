using System.Globalization;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Sdk;
using IntegrationHub.Storage.Sqlite.Engine;
using IntegrationHub.Storage.Sqlite.Records;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Sqlite.Tests;

/// <summary>What is particular to the file: versions, two openers, damage, limits.</summary>
public sealed class StoreFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Opening_again_keeps_what_was_stored()
    {
        await using (var first = await OpenAsync("hub.db"))
        {
            await first.Sources.AddAsync(CrmSource(), Cancel);
        }

        await using var second = await OpenAsync("hub.db");
        await second.InitializeAsync(Cancel);

        Assert.NotNull(await second.Sources.FindAsync("crm", Cancel));
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_not_a_byte_of_it_changes()
    {
        var path = _folder.File("hub.db");
        Run(path, "CREATE TABLE tomorrow(x); PRAGMA user_version = 9999");
        var before = await File.ReadAllBytesAsync(path, Cancel);

        await using var store = new SqliteHubStore(path);
        var refusal = await Assert.ThrowsAsync<StoreVersionException>(() => store.InitializeAsync(Cancel));

        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancel));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_named_as_such()
    {
        var path = _folder.File("hub.db");
        await File.WriteAllTextAsync(path, new string('x', 8192), Cancel);

        await using var store = new SqliteHubStore(path);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.InitializeAsync(Cancel));

        Assert.Contains("not a store", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists instead.");
        await using var store = await OpenAsync("hub.db");

        var rights = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(_folder.File("hub.db"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, rights);
    }

    [Fact]
    public async Task A_second_opener_reads_while_the_first_is_writing()
    {
        await using var first = await OpenAsync("hub.db");
        await using var second = await OpenAsync("hub.db");
        await first.Sources.AddAsync(CrmSource(), Cancel);
        using var writing = new SqliteConnection($"Data Source={_folder.File("hub.db")};Pooling=False");
        await writing.OpenAsync(Cancel);
        await using var transaction = await writing.BeginTransactionAsync(Cancel);
        await using var change = writing.CreateCommand();
        change.Transaction = (SqliteTransaction)transaction;
        change.CommandText = "UPDATE source SET name = 'unsaved'";
        await change.ExecuteNonQueryAsync(Cancel);

        Assert.NotNull(await second.Sources.FindAsync("crm", Cancel));
        Assert.NotNull(await first.Sources.FindAsync("crm", Cancel));
    }

    [Fact]
    public async Task Writers_of_two_openers_take_turns()
    {
        await using var first = await OpenAsync("hub.db");
        await using var second = await OpenAsync("hub.db");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(
            i => (i % 2 == 0 ? first : second).Sources.AddAsync(CrmSource() with { Name = "s" + i }, Cancel)));

        Assert.Equal(40, (await first.Sources.ListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_stream_named_first_by_another_opener_is_one_stream()
    {
        await using var first = await OpenAsync("hub.db");
        await using var second = await OpenAsync("hub.db");
        var source = (await first.Sources.AddAsync(CrmSource(), Cancel))!;
        var lease = (await first.Leases.TryAcquireAsync(source.Id, "tests", Now, TimeSpan.FromMinutes(1), Cancel))!;
        var batch = new RecordBatch(source.Id, 1) { Records = { new IncomingRecord("people", "1", [new Field("email", "a@example.org")], null) } };

        await first.Records.CommitAsync(batch, lease, Now, Cancel);
        var outcome = await second.Records.CommitAsync(batch, lease, Now, Cancel);

        Assert.Equal(1, outcome.For("people").Unchanged);
    }

    [Fact]
    public async Task An_error_of_the_engine_says_what_to_do_and_holds_no_value()
    {
        await using var store = await OpenAsync("hub.db");
        var source = (await store.Sources.AddAsync(CrmSource(), Cancel))!;
        var lease = (await store.Leases.TryAcquireAsync(source.Id, "tests", Now, TimeSpan.FromMinutes(1), Cancel))!;
        Run(_folder.File("hub.db"), "CREATE TRIGGER t BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'secret@example.org'); END");
        var batch = new RecordBatch(source.Id, 1) { Records = { new IncomingRecord("people", "secret@example.org", [], null) } };

        var failure = await Assert.ThrowsAsync<StoreException>(() => store.Records.CommitAsync(batch, lease, Now, Cancel));

        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(await store.Records.GetPendingAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_can_grow_no_more_takes_neither_the_rows_nor_the_checkpoint_of_a_batch()
    {
        await using var file = new StoreFile(_folder.File("hub.db"), TimeSpan.FromSeconds(1));
        await file.OpenAsync(Cancel);
        var source = (await new SourceStore(file).AddAsync(CrmSource(), Cancel))!;
        var lease = (await new LeaseStore(file).TryAcquireAsync(source.Id, "tests", Now, TimeSpan.FromMinutes(1), Cancel))!;
        var batch = new RecordBatch(source.Id, 1) { Checkpoints = { new StreamCheckpoint("people", SyncMode.Full, "{}", null, 1) } };
        batch.Records.AddRange(Enumerable.Range(0, 500).Select(
            i => new IncomingRecord("people", $"{i}", [new Field("attribute:note", new string('x', 2_000))], null)));
        var records = new RecordStore(file);

        await SetPagesMaxAsync(file, 150);
        var failure = await Assert.ThrowsAsync<StoreException>(() => records.CommitAsync(batch, lease, Now, Cancel));
        var (pending, checkpoints) = (await records.GetPendingAsync(Cancel), await records.GetCheckpointsAsync(source.Id, Cancel));
        await SetPagesMaxAsync(file, 1_000_000);
        var outcome = await records.CommitAsync(batch, lease, Now, Cancel);

        Assert.Contains("The disk is full; free some space and try again.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (pending.Count, checkpoints.Count));
        Assert.Equal(500, outcome.For("people").New);
        Assert.Single(await records.GetCheckpointsAsync(source.Id, Cancel));
    }

    [Fact]
    public async Task The_log_does_not_grow_with_the_number_of_commits()
    {
        await using var store = await OpenAsync("hub.db");
        var source = (await store.Sources.AddAsync(CrmSource(), Cancel))!;
        var lease = (await store.Leases.TryAcquireAsync(source.Id, "tests", Now, TimeSpan.FromMinutes(1), Cancel))!;
        var text = new string('x', 4_000);
        for (var run = 1; run <= 40; run++)
        {
            var batch = new RecordBatch(source.Id, run);
            batch.Records.AddRange(Enumerable.Range(0, 250).Select(
                i => new IncomingRecord("people", $"{i}", [new Field("attribute:note", text + run + i)], null)));
            await store.Records.CommitAsync(batch, lease, Now, Cancel);
        }

        Assert.InRange(new FileInfo(_folder.File("hub.db-wal")).Length, 1, 40L << 20);
    }

    [Fact]
    public async Task A_process_that_dies_in_the_middle_of_a_switch_of_models_leaves_the_old_epoch_whole()
    {
        await using var store = await OpenAsync("hub.db");
        var source = (await store.Sources.AddAsync(CrmSource(), Cancel))!;
        var lease = (await store.Leases.TryAcquireAsync(source.Id, "tests", Now, TimeSpan.FromMinutes(1), Cancel))!;
        var batch = new RecordBatch(source.Id, 1);
        batch.Records.AddRange(Enumerable.Range(0, 2_000).Select(i => new IncomingRecord("people", $"{i}", [new Field("email", $"{i}@example.org")], null)));
        await store.Records.CommitAsync(batch, lease, Now, Cancel);
        var ids = (await store.Records.GetPendingAsync(Cancel)).Select(p => p.RecordId).ToArray();
        await store.Customers.ApplyAsync(Customers([.. ids.Select(id => new[] { id })]), Now, Cancel);

        var model = new ModelVersion { Origin = ModelOrigin.HandedIn, CreatedAt = Now, CreatedBy = "tester", Records = 0, Json = "{}", Report = "{}" };
        await store.Customers.SwitchAsync(new ModelSwitch(0, model, false), PairsAsync(), Now, Cancel);

        // What is on disk in the middle is what a killed process leaves behind.
        await using var dead = await OpenAsync("dead.db");
        Assert.Equal(new ModelUse(0, false), await dead.Models.GetUseAsync(Cancel));
        Assert.Equal(2_000, (await dead.Customers.GetTotalsAsync(Cancel)).Customers);
        Assert.Equal(2_000, (await dead.Customers.ReadChangesAsync(0, 9_000, Cancel)).Count);
        Assert.Equal(1, (await store.Models.GetUseAsync(Cancel)).Epoch);
        Assert.Equal(1_000, (await store.Customers.GetTotalsAsync(Cancel)).Customers);

        async IAsyncEnumerable<ResolutionBatch> PairsAsync()
        {
            foreach (var chunk in ids.Chunk(500))
            {
                yield return Customers([.. chunk.Chunk(2)]);
                await Task.Yield();
                File.Copy(_folder.File("hub.db"), _folder.File("dead.db"), overwrite: true);
                File.Copy(_folder.File("hub.db-wal"), _folder.File("dead.db-wal"), overwrite: true);
            }
        }

        static ResolutionBatch Customers(long[][] customers)
        {
            var step = new ResolutionBatch();
            step.Customers.AddRange(customers.Select(c => new ResolvedCustomer(c[0], c, "{}"u8.ToArray())));
            return step;
        }
    }

    [Fact]
    public async Task Use_before_opening_and_after_closing_is_refused()
    {
        var store = new SqliteHubStore(_folder.File("hub.db"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Sources.ListAsync(Cancel));

        await store.InitializeAsync(Cancel);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Sources.ListAsync(Cancel));
    }

    private static Source CrmSource() => new() { Name = "crm", ConnectorId = "list-file", Settings = "{}", CreatedAt = Now };

    private static Task<bool> SetPagesMaxAsync(StoreFile file, int pages) => file.WriteAsync(
        database =>
        {
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            return true;
        },
        Cancel);

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<SqliteHubStore> OpenAsync(string name)
    {
        var store = new SqliteHubStore(_folder.File(name));
        await store.InitializeAsync(Cancel);
        return store;
    }
}
