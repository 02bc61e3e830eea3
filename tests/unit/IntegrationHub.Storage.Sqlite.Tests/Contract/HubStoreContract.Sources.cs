using System.Text;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

public abstract partial class HubStoreContract
{
    [Fact]
    public async Task A_source_is_kept_with_its_settings_and_its_name_is_its_own()
    {
        var source = new Source
        {
            Name = "shop",
            ConnectorId = "pos-square",
            Settings = "{\"a\":1}",
            Trust = 0.75,
            IsDeduplicated = true,
            CreatedAt = Now,
        };

        var added = await Store.Sources.AddAsync(source, Cancel);

        Assert.Equal(source with { Id = added!.Id }, await Store.Sources.FindAsync("shop", Cancel));
        Assert.Null(await Store.Sources.AddAsync(source, Cancel));
        await Store.Sources.UpdateAsync(added with { Settings = "{}", Trust = 0.1, IsDeduplicated = false }, Cancel);
        Assert.Equal("crm shop", string.Join(' ', (await Store.Sources.ListAsync(Cancel)).Select(s => s.Name)));
        Assert.Equal(0.1, (await Store.Sources.FindAsync("shop", Cancel))!.Trust);
    }

    [Fact]
    public async Task A_secret_is_kept_per_source_and_name()
    {
        await Store.Sources.SetSecretAsync(Crm.Id, "token", [1, 2], Cancel);
        await Store.Sources.SetSecretAsync(Crm.Id, "token", Encoding.UTF8.GetBytes("cipher"), Cancel);

        Assert.Equal("cipher", Encoding.UTF8.GetString((await Store.Sources.GetSecretAsync(Crm.Id, "token", Cancel))!));
        Assert.Null(await Store.Sources.GetSecretAsync(Crm.Id + 1, "token", Cancel));
    }

    [Fact]
    public async Task Upgrades_are_rolled_back_one_by_one_with_settings_and_checkpoints_as_they_were()
    {
        var first = new StreamCheckpoint(People, SyncMode.Incremental, "{\"n\": 1}", Now, 0);
        await Store.Records.SetCheckpointAsync(Crm.Id, first, Cancel);
        await Store.Sources.UpgradeAsync(Crm with { PluginVersion = "2.0.0", Settings = "{\"b\":2}" }, Now, Cancel);
        await Store.Records.SetCheckpointAsync(Crm.Id, first with { State = "2" }, Cancel);
        await Store.Records.SetCheckpointAsync(Crm.Id, new StreamCheckpoint("orders", SyncMode.Full, "{}", null, 7), Cancel);
        await Store.Sources.UpgradeAsync(Crm with { PluginVersion = "3.0.0" }, Now.AddDays(1), Cancel);
        await Store.Records.ResetCheckpointsAsync(Crm.Id, null, Cancel);

        var second = await Store.Sources.FindUpgradeAsync(Crm.Id, Cancel);
        await Store.Sources.RollBackAsync(second!, Cancel);
        var between = await Store.Sources.FindAsync("crm", Cancel);
        var states = await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel);
        await Store.Sources.RollBackAsync((await Store.Sources.FindUpgradeAsync(Crm.Id, Cancel))!, Cancel);

        Assert.Equal(("2.0.0", "3.0.0", Now.AddDays(1)), (second!.FromVersion, second.ToVersion, second.UpgradedAt));
        Assert.Equal(("2.0.0", "{\"b\":2}"), (between!.PluginVersion, between.Settings));
        Assert.Equal(["orders {}", "people 2"], states.Select(s => $"{s.Stream} {s.State}"));
        Assert.Equal(Crm, await Store.Sources.FindAsync("crm", Cancel));
        Assert.Equal([first], await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel));
        Assert.Null(await Store.Sources.FindUpgradeAsync(Crm.Id, Cancel));
    }

    [Fact]
    public async Task Of_a_source_the_last_ten_upgrades_are_kept()
    {
        for (var i = 1; i <= 12; i++)
        {
            await Store.Sources.UpgradeAsync(Crm with { PluginVersion = $"{i}.0.0" }, Now, Cancel);
        }

        var count = 0;
        while (await Store.Sources.FindUpgradeAsync(Crm.Id, Cancel) is { } upgrade)
        {
            await Store.Sources.RollBackAsync(upgrade, Cancel);
            count++;
        }

        Assert.Equal((10, "2.0.0"), (count, (await Store.Sources.FindAsync("crm", Cancel))!.PluginVersion));
    }

    [Fact]
    public async Task A_removed_source_leaves_only_deleted_records_and_a_free_name()
    {
        var batch = Batch(Person("1"));
        batch.Interactions.Add(Order("o1", "1"));
        batch.Consents.Add(new Consent(People, "1", "email", "marketing", ConsentStatus.Granted, Now, null));
        batch.Quarantined.Add(new QuarantinedRecord(People, "9", "no name", null));
        batch.Checkpoints.Add(new StreamCheckpoint(People, SyncMode.Full, "{}", null, 1));
        await CommitAsync(batch);
        await Store.Sources.SetSecretAsync(Crm.Id, "token", [1], Cancel);
        var id = (await FindAsync("1"))!.Id;
        await SettleAsync();

        await Store.Sources.RemoveAsync(Crm.Id, Cancel);

        Assert.Null(await FindAsync("1"));
        Assert.Equal([id], await PendingAsync());
        var totals = await Store.Customers.GetTotalsAsync(Cancel);
        Assert.Equal((0L, 0L, 0L, 0L), (totals.Records, totals.Interactions, totals.Consents, totals.Quarantined));
        Assert.Empty(await Store.Records.GetCheckpointsAsync(Crm.Id, Cancel));
        Assert.Null(await Store.Sources.GetSecretAsync(Crm.Id, "token", Cancel));
        Assert.NotEqual(Crm.Id, (await AddSourceAsync("crm")).Id);
        await Assert.ThrowsAsync<LeaseLostException>(() => CommitAsync(Batch(Person("1"))));
    }

    [Fact]
    public async Task One_holder_at_a_time_and_every_holder_has_a_larger_fence()
    {
        var minute = TimeSpan.FromMinutes(1);
        Assert.Null(await Store.Leases.TryAcquireAsync(Crm.Id, "second", Now, minute, Cancel));
        Assert.True(await Store.Leases.RenewAsync(Lease, Now.AddMinutes(4), minute * 5, Cancel));
        Assert.Null(await Store.Leases.TryAcquireAsync(Crm.Id, "second", Now.AddMinutes(8), minute, Cancel));

        var second = await Store.Leases.TryAcquireAsync(Crm.Id, "second", Now.AddMinutes(9), minute, Cancel);

        Assert.Equal(Lease.Fence + 1, second!.Fence);
        Assert.False(await Store.Leases.RenewAsync(Lease, Now.AddMinutes(9), minute, Cancel));
        await Store.Leases.ReleaseAsync(Lease, Cancel);
        Assert.Equal(second, await Store.Leases.FindAsync(Crm.Id, Cancel));
        await Store.Leases.ReleaseAsync(second, Cancel);
        Assert.Null(await Store.Leases.FindAsync(Crm.Id, Cancel));
        Assert.Equal(second.Fence + 1, (await Store.Leases.TryAcquireAsync(Crm.Id, "third", Now, minute, Cancel))!.Fence);
    }

    [Fact]
    public async Task A_run_is_kept_with_its_counts_and_a_dead_one_is_noticed_by_the_next()
    {
        var first = await Store.Runs.StartAsync(NewRun(), Cancel);
        var second = await Store.Runs.StartAsync(NewRun(), Cancel);
        var counts = new Dictionary<string, StreamCounts>(StringComparer.Ordinal) { [People] = new() { Read = 5, Quarantined = 2 } };
        await Store.Runs.UpdateAsync(
            second with { Status = RunStatus.Partial, FinishedAt = Now.AddMinutes(1), Streams = counts, Error = "2 set aside" }, Cancel);

        var found = await Store.Runs.FindAsync(second.Id, Cancel);

        Assert.Equal((5L, 2L), (found!.Streams[People].Read, found.Streams[People].Quarantined));
        Assert.Equal((RunStatus.Partial, Now.AddMinutes(1), "2 set aside"), (found.Status, found.FinishedAt!.Value, found.Error));
        Assert.Equal(RunStatus.Interrupted, (await Store.Runs.FindAsync(first.Id, Cancel))!.Status);
        Assert.Equal([second.Id, first.Id], (await Store.Runs.ListAsync(Crm.Id, 5, Cancel)).Select(r => r.Id));
        Assert.Single(await Store.Runs.ListAsync(null, 1, Cancel));
        Assert.Empty(await Store.Runs.ListAsync(Crm.Id + 1, 5, Cancel));
    }

    [Fact]
    public async Task Only_a_run_under_way_can_be_asked_to_stop()
    {
        var run = await Store.Runs.StartAsync(NewRun(), Cancel);
        Assert.False(await Store.Runs.IsCancelRequestedAsync(run.Id, Cancel));

        Assert.True(await Store.Runs.RequestCancelAsync(run.Id, Cancel));
        await Store.Runs.UpdateAsync(run, Cancel);
        Assert.True(await Store.Runs.IsCancelRequestedAsync(run.Id, Cancel));

        await Store.Runs.UpdateAsync(run with { Status = RunStatus.Cancelled }, Cancel);
        Assert.False(await Store.Runs.RequestCancelAsync(run.Id, Cancel));
    }

    [Fact]
    public async Task Quarantine_lists_counts_and_releases_with_the_commit()
    {
        var batch = Batch();
        batch.Quarantined.AddRange(
            [new(People, "1", "no name", "{\"a\":1}"), new(People, null, "not a date", null), new(People, "3", "no name", null)]);
        var outcome = await CommitAsync(batch);
        var entries = await Store.Quarantine.ListAsync(Crm.Id, 0, 2, Cancel);

        Assert.Equal(3, outcome.For(People).Quarantined);
        Assert.Equal(batch.Quarantined[0] with { Id = entries[0].Id, At = Now }, entries[0]);
        Assert.Equal("3", Assert.Single(await Store.Quarantine.ListAsync(Crm.Id, entries[1].Id, 9, Cancel)).Key);
        Assert.Equal([("no name", 2L), ("not a date", 1L)], await Store.Quarantine.CountByReasonAsync(Crm.Id, Cancel));

        var release = Batch();
        release.ReleasedQuarantine.Add(entries[1].Id);
        await CommitAsync(release);
        Assert.Equal("1 3", string.Join(' ', (await Store.Quarantine.ListAsync(Crm.Id, 0, 9, Cancel)).Select(e => e.Key)));
    }

    [Fact]
    public async Task A_record_delivered_whole_makes_its_older_quarantine_entry_void()
    {
        var batch = Batch();
        batch.Quarantined.Add(new QuarantinedRecord(People, "1", "no name", "{}"));
        await CommitAsync(batch);

        await CommitAsync(Batch(Person("1")));

        Assert.Empty(await Store.Quarantine.ListAsync(Crm.Id, 0, 9, Cancel));
    }

    private Run NewRun() => new() { SourceId = Crm.Id, Trigger = "cli", StartedAt = Now };
}
