using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

public abstract partial class HubStoreContract
{
    [Fact]
    public async Task A_record_comes_back_as_it_went_in()
    {
        var fields = new[]
        {
            new Field("name.full", "Zoë \"Z\" Ünal", "ZOË", FieldKind.Text, 1, "line 3"), new Field("attribute:size", "38", null, FieldKind.Number), new Field("email", string.Empty),
        };
        await CommitAsync(Batch(7, new IncomingRecord(People, "a/b c", fields, Now.AddDays(-1))));

        var record = await FindAsync("a/b c");

        Assert.Equal(fields, record!.Fields);
        Assert.Equal((Crm.Id, People, 7L, Now.AddDays(-1), Now), (record.SourceId, record.Stream, record.RunId, record.UpdatedAt!.Value, record.FirstSeenAt));
        Assert.False(record.IsDeleted);
        Assert.Equal(7, record.Uid.Version);
    }

    [Fact]
    public async Task New_changed_and_unchanged_are_told_apart()
    {
        await CommitAsync(Batch(Person("1"), Person("2"), Person("3")));

        var outcome = await CommitAsync(Batch(2, Person("1"), Person("2", "new@example.org"), Person("3", updatedAt: Now), Person("4")));

        var counts = outcome.For(People);
        Assert.Equal((1, 2, 1), (counts.New, counts.Changed, counts.Unchanged));
        Assert.Equal("new@example.org", (await FindAsync("2"))!.Fields[1].Value);
        Assert.Equal(2, (await FindAsync("2"))!.RunId);
    }

    [Fact]
    public async Task The_same_batch_twice_changes_nothing()
    {
        var batch = Batch(Person("1"));
        batch.Interactions.Add(Order("o1", "1"));
        batch.Consents.Add(new Consent(People, "1", "email", "marketing", ConsentStatus.Granted, Now, null));
        batch.Quarantined.Add(new QuarantinedRecord(People, "9", "no name", "{}"));
        await CommitAsync(batch);
        await SettleAsync();

        var outcome = await CommitAsync(batch);

        Assert.Equal((0, 0, 2), (outcome.For(People).New, outcome.For(People).Changed, outcome.For(People).Unchanged));
        Assert.Equal(1, outcome.For(Orders).Unchanged);
        Assert.Empty(await PendingAsync());
        var totals = await Store.Customers.GetTotalsAsync(Cancel);
        Assert.Equal((1L, 1L, 1L, 1L), (totals.Records, totals.Interactions, totals.Consents, totals.Quarantined));
    }

    [Fact]
    public async Task A_changed_record_keeps_its_number_and_id()
    {
        var id = (await StoreAsync("1"))[0];
        var uid = await UidAsync(id);

        await CommitAsync(Batch(Person("1", "new@example.org")));

        Assert.Equal((id, uid), ((await FindAsync("1"))!.Id, (await FindAsync("1"))!.Uid));
    }

    [Fact]
    public async Task New_changed_and_deleted_records_wait_for_the_resolver()
    {
        var ids = await StoreAsync("1", "2", "3");
        await SettleAsync();
        var batch = Batch(Person("2", "new@example.org"), Person("1", "1@example.org"), Person("4"));
        batch.Deletions.Add((People, "3"));

        await CommitAsync(batch);

        Assert.Equal([ids[1], ids[2], (await FindAsync("4"))!.Id], await PendingAsync());
    }

    [Fact]
    public async Task A_deleted_record_is_gone_from_reading_but_not_from_the_store()
    {
        var ids = await StoreAsync("1", "2");
        var batch = Batch();
        batch.Deletions.Add((People, "1"));
        batch.Deletions.Add((People, "unknown"));

        var outcome = await CommitAsync(batch);

        Assert.Equal((1, 1), (outcome.For(People).Deleted, outcome.For(People).Unchanged));
        Assert.Null(await FindAsync("1"));
        Assert.Equal([ids[1]], await Store.Records.ReadLiveAsync(Cancel).Select(r => r.Id).ToArrayAsync(Cancel));
        Assert.True((await Store.Records.GetAsync([ids[0]], Cancel))[0].IsDeleted);
    }

    [Fact]
    public async Task A_deleted_record_that_comes_back_counts_as_changed_and_keeps_its_id()
    {
        var id = (await StoreAsync("1"))[0];
        var uid = await UidAsync(id);
        var batch = Batch();
        batch.Deletions.Add((People, "1"));
        await CommitAsync(batch);
        await SettleAsync();

        var outcome = await CommitAsync(Batch(Person("1", "1@example.org")));

        Assert.Equal((0, 1, 0), (outcome.For(People).New, outcome.For(People).Changed, outcome.For(People).Unchanged));
        Assert.Equal(uid, (await FindAsync("1"))!.Uid);
        Assert.Equal([id], await PendingAsync());
    }

    [Fact]
    public async Task Streams_and_sources_do_not_share_keys()
    {
        await CommitAsync(Batch(Person("1")));
        var other = await AddSourceAsync("shop");
        var lease = (await Store.Leases.TryAcquireAsync(other.Id, "tests", Now, TimeSpan.FromMinutes(5), Cancel))!;
        var batch = new RecordBatch(other.Id, 2) { Records = { Person("1"), Person("1") with { Stream = "vips" } } };

        var outcome = await Store.Records.CommitAsync(batch, lease, Now, Cancel);

        Assert.Equal((1, 1), (outcome.For(People).New, outcome.For("vips").New));
    }

    [Fact]
    public async Task A_stale_fence_writes_nothing()
    {
        await Store.Leases.TryAcquireAsync(Crm.Id, "another", Now.AddHours(1), TimeSpan.FromMinutes(5), Cancel);
        var batch = Batch(Person("1"));
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, "{}", null, 1));

        await Assert.ThrowsAsync<LeaseLostException>(() => CommitAsync(batch));

        Assert.Null(await FindAsync("1"));
        Assert.Empty(await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task A_released_lease_no_longer_writes()
    {
        await Store.Leases.ReleaseAsync(Lease, Cancel);

        await Assert.ThrowsAsync<LeaseLostException>(() => CommitAsync(Batch(Person("1"))));
    }

    [Fact]
    public async Task A_batch_that_fails_on_its_last_row_leaves_nothing()
    {
        var batch = Batch(Person("1"));
        batch.Checkpoints.Add(new StreamCheckpoint("unseen", SyncMode.Full, "{}", null, 1));
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, null!, null, 1));

        var failure = await Record.ExceptionAsync(() => CommitAsync(batch));

        Assert.NotNull(failure);
        Assert.DoesNotContain("a@example.org", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(await PendingAsync());
        Assert.Equal(1, (await CommitAsync(Batch(Person("1")))).For(People).New);
        var next = Batch();
        next.Checkpoints.Add(new StreamCheckpoint("unseen", SyncMode.Full, "{}", null, 1));
        await CommitAsync(next);
        Assert.Single(await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel));
    }

    [Fact]
    public async Task A_cancelled_commit_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.Records.CommitAsync(Batch(Person("1")), Lease, Now, new CancellationToken(canceled: true)));

        Assert.Null(await FindAsync("1"));
    }

    [Fact]
    public async Task A_completed_full_read_sweeps_what_it_did_not_see_across_a_restart()
    {
        await CommitAsync(FullBatch(1, 1, Person("1"), Person("2"), Person("3")));
        var orders = Batch();
        orders.Generations[Orders] = 1;
        orders.Interactions.AddRange([Order("o1", "1"), Order("o2", "1")]);
        await CommitAsync(orders);
        await SettleAsync();

        // Run 5 begins a full read and dies after the first person; run 6 takes in news; run 7 goes on with the read of run 5.
        await CommitAsync(FullBatch(5, 5, Person("1")));
        await CommitAsync(Batch(6, Person("new")));
        var last = FullBatch(7, 5, Person("3", "new@example.org"));
        last.Generations[Orders] = 5;
        last.Interactions.Add(Order("o1", "1"));
        last.CompletedFullReads.AddRange([(People, 5, Sweep.Always), (Orders, 5, Sweep.Always)]);
        var outcome = await CommitAsync(last);

        Assert.Equal((1, 1), (outcome.For(People).Deleted, outcome.For(Orders).Deleted));
        Assert.Null(await FindAsync("2"));
        Assert.NotNull(await FindAsync("1"));
        Assert.NotNull(await FindAsync("new"));
        Assert.Equal(1, (await Store.Customers.GetTotalsAsync(Cancel)).Interactions);
        Assert.Equal(3, (await PendingAsync()).Length);
    }

    [Theory]
    [InlineData(50, 50, false)]
    [InlineData(50, 25, false)]
    [InlineData(50, 24, true)]
    [InlineData(21, 1, false)]
    [InlineData(22, 1, true)]
    [InlineData(3, 0, true)]
    public async Task A_full_read_that_misses_most_of_what_was_there_deletes_only_when_told_so(int before, int seen, bool isHeld)
    {
        await CommitAsync(FullBatch(1, 1, [.. Enumerable.Range(0, before).Select(n => Person($"p{n}"))]));
        var batch = FullBatch(2, 2, [.. Enumerable.Range(0, seen).Select(n => Person($"p{n}"))]);
        batch.CompletedFullReads.Add((People, 2, Sweep.IfPlausible));
        var outcome = await CommitAsync(batch);

        Assert.Equal(isHeld ? new HeldSweep(before - seen, seen) : null, outcome.HeldSweeps.GetValueOrDefault(People));
        Assert.Equal(isHeld ? 0 : before - seen, outcome.For(People).Deleted);

        var told = FullBatch(3, 3, [.. Enumerable.Range(0, seen).Select(n => Person($"p{n}"))]);
        told.CompletedFullReads.Add((People, 3, Sweep.Always));
        Assert.Equal(isHeld ? before - seen : 0, (await CommitAsync(told)).For(People).Deleted);
    }

    [Fact]
    public async Task A_full_read_without_sweep_deletes_nothing_and_ends_its_checkpoint()
    {
        await CommitAsync(FullBatch(1, 1, Person("1")));
        var batch = FullBatch(2, 2);
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, "{}", null, 2));
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Incremental, "{}", null, 0));
        batch.CompletedFullReads.Add((People, 2, Sweep.None));

        await CommitAsync(batch);

        Assert.NotNull(await FindAsync("1"));
        Assert.Equal(SyncMode.Incremental, Assert.Single(await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel)).Mode);
    }

    [Fact]
    public async Task Checkpoints_come_back_byte_for_byte_and_the_last_counts()
    {
        var cursor = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(-6)).AddTicks(1234);
        var batch = Batch();
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, "{}", null, 3));
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, "{ \"page\" : 2 }", cursor, 3));
        await CommitAsync(batch);
        await Store.Records.SetCheckpointAsync(Crm.Id, new StreamCheckpoint(Orders, SyncMode.Incremental, "[]", null, 0), Cancel);

        var checkpoints = await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel);

        Assert.Equal(
            [
                new StreamCheckpoint(Orders, SyncMode.Incremental, "[]", null, 0),
                new StreamCheckpoint(People, SyncMode.Full, "{ \"page\" : 2 }", cursor, 3),
            ],
            checkpoints);
        Assert.Equal(1, await Store.Records.ResetCheckpointsAsync(Crm.Id, Orders, Cancel));
        Assert.Equal(1, await Store.Records.ResetCheckpointsAsync(Crm.Id, null, Cancel));
        Assert.Empty(await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel));
    }

    [Fact]
    public async Task Reading_live_records_passes_page_borders_in_order()
    {
        for (var at = 0; at < 5_000; at += 2_500)
        {
            await CommitAsync(Batch([.. Enumerable.Range(at, 2_500).Select(i => Person("k" + i))]));
        }

        var records = await Store.Records.ReadLiveAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal(5_000, records.Count);
        Assert.Equal(records.Select(r => r.Id).Order(), records.Select(r => r.Id));
        Assert.Equal(5_000, records.Select(r => r.Uid).Distinct().Count());
    }

    [Fact]
    public async Task Records_are_given_in_the_order_asked_for()
    {
        var ids = await StoreAsync("1", "2", "3");

        var records = await Store.Records.GetAsync([ids[2], 999_999, ids[0]], Cancel);

        Assert.Equal("3 1", string.Join(' ', records.Select(r => r.Key)));
    }

    [Fact]
    public async Task Consents_are_kept_not_overwritten_and_wait_for_their_person()
    {
        var batch = Batch();
        batch.Consents.Add(new Consent(People, "1", "email", "marketing", ConsentStatus.Withdrawn, Now.AddDays(1), "form 7"));
        batch.Consents.Add(new Consent(People, "1", "email", "marketing", ConsentStatus.Granted, Now, null));
        batch.Consents.Add(new Consent(People, "2", "email", "marketing", ConsentStatus.Granted, Now, null));
        await CommitAsync(batch);
        var id = (await StoreAsync("1"))[0];

        var consents = await Store.Records.GetConsentsAsync([id], Cancel);

        Assert.Equal([(id, ConsentStatus.Granted), (id, ConsentStatus.Withdrawn)], consents.Select(c => (c.RecordId, c.Consent.Status)));
        Assert.Equal("form 7", consents[1].Consent.Proof);
    }

    protected RecordBatch FullBatch(long run, long generation, params IncomingRecord[] records)
    {
        var batch = Batch(run, records);
        batch.Generations[People] = generation;
        return batch;
    }
}
