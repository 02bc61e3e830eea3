using IntegrationHub.Integration.Tests.Deciding;

namespace IntegrationHub.Integration.Tests;

/// <summary>The behaviours that the README of SanteDB's master data management (github.com/santedb/santedb-mdm) asks of a
/// system that links records, in our words: its cases 1 to 12, and case 16 in place of 13, which is about data labelled by
/// policy; the hub has no such labels. A "record of truth" is a record of a source that is trusted more.</summary>
public sealed class ManualLinkTests : IAsyncLifetime
{
    private MatchBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await MatchBench.OpenAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Case_1_a_new_record_is_a_customer_with_all_its_values()
    {
        await _bench.PutAsync("a", Someone.Ada);

        var customer = await _bench.CustomerAsync("a");
        Assert.Equal(1, customer.RecordCount);
        Assert.Contains("ada.lindqvist@example.org", customer.Golden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_2_a_new_record_that_matches_joins_the_customer_and_adds_no_second_name()
    {
        await _bench.PutAsync("a", Someone.Ada + " | identifier:card: L-1");
        var id = await _bench.IdAsync("a");

        await _bench.PutAsync("b", Someone.Ada + " | identifier:club: M-2");

        var customer = await _bench.CustomerAsync("b");
        Assert.Equal(id, customer.Uid);
        Assert.Contains("L-1", customer.Golden, StringComparison.Ordinal);
        Assert.Contains("M-2", customer.Golden, StringComparison.Ordinal);
        Assert.Equal(2, customer.Golden.Split("\"Lindqvist\"").Length);
    }

    [Fact]
    public async Task Case_3_a_new_record_in_doubt_is_a_customer_of_its_own_related_to_the_other()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);

        Assert.False(await _bench.AreTogetherAsync("a", "b"));
        Assert.Equal(await _bench.IdAsync("a"), Assert.Single((await _bench.ShowAsync("b")).MayAlsoBe).CustomerId);
        Assert.Equal(await _bench.IdAsync("b"), Assert.Single((await _bench.ShowAsync("a")).MayAlsoBe).CustomerId);
    }

    [Fact]
    public async Task Case_4_a_record_alone_in_its_customer_keeps_the_id_however_much_it_changes()
    {
        await _bench.PutAsync("a", Someone.Ada);
        var id = await _bench.IdAsync("a");

        await _bench.PutAsync("a", Someone.Clara);

        Assert.Equal(id, await _bench.IdAsync("a"));
        Assert.DoesNotContain("Lindqvist", (await _bench.CustomerAsync("a")).Golden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_5_a_record_in_doubt_that_is_updated_to_match_joins_and_its_id_leads_there()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);
        var (ada, before) = (await _bench.IdAsync("a"), await _bench.IdAsync("b"));

        await _bench.PutAsync("b", Someone.Ada);

        Assert.Equal(ada, await _bench.IdAsync("b"));
        Assert.Equal(ada, (await _bench.Store.Customers.FindAsync(before, TestContext.Current.CancellationToken))!.Uid);
        Assert.Empty(await _bench.QueueAsync());
    }

    [Fact]
    public async Task Case_6_a_record_that_no_longer_matches_leaves_and_the_other_keeps_the_id()
    {
        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("b", Someone.Ada);
        var id = await _bench.IdAsync("a");

        await _bench.PutAsync("b", Someone.Clara);

        Assert.Equal(id, await _bench.IdAsync("a"));
        Assert.NotEqual(id, await _bench.IdAsync("b"));
    }

    [Fact]
    public async Task Case_7_a_record_in_doubt_that_a_person_links_joins_and_is_asked_about_no_more()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);
        var (ada, before) = (await _bench.IdAsync("a"), await _bench.IdAsync("b"));

        await _bench.DecideAsync("a", "b", isSame: true);

        Assert.Equal(ada, await _bench.IdAsync("b"));
        Assert.Equal(ada, (await _bench.Store.Customers.FindAsync(before, TestContext.Current.CancellationToken))!.Uid);
        Assert.Empty(await _bench.QueueAsync());
    }

    [Fact]
    public async Task Case_8_a_record_that_a_person_linked_stays_however_much_it_changes()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);
        await _bench.DecideAsync("a", "b", isSame: true);

        await _bench.PutAsync("b", Someone.Clara);
        _bench.Restart();
        await _bench.PutAsync("a", Someone.Ada + " | jobTitle: Engineer");

        Assert.True(await _bench.AreTogetherAsync("a", "b"));
    }

    [Fact]
    public async Task Case_9_a_pair_that_a_person_refused_is_never_proposed_again_nor_joined()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);

        await _bench.DecideAsync("a", "b", isSame: false);
        Assert.Empty(await _bench.QueueAsync());
        await _bench.PutAsync("b", Someone.Ada);

        Assert.False(await _bench.AreTogetherAsync("a", "b"));
        Assert.Empty(await _bench.QueueAsync());
    }

    [Fact]
    public async Task Case_10_a_record_taken_out_of_a_customer_is_never_attached_to_it_again()
    {
        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("b", Someone.Ada + " | jobTitle: Engineer");
        var id = await _bench.IdAsync("a");

        await _bench.SplitAsync("b");
        await _bench.PutAsync("b", Someone.Ada);
        await _bench.DeleteAsync("b");
        _bench.Restart();
        await _bench.PutAsync("b", Someone.Ada);

        Assert.Equal(id, await _bench.IdAsync("a"));
        Assert.NotEqual(id, await _bench.IdAsync("b"));
        Assert.Empty(await _bench.QueueAsync());
    }

    [Fact]
    public async Task Case_11_a_record_that_is_trusted_more_gives_its_customer_the_values()
    {
        await _bench.AddSourceAsync("registry", trust: 1);
        await _bench.PutAsync("a", Someone.Ada + " | jobTitle: Engineer");

        await _bench.PutAsync("t", Someone.Ada + " | jobTitle: Director", "registry");

        Assert.Equal(await _bench.IdAsync("a"), await _bench.IdAsync("t"));
        Assert.Contains("Director", (await _bench.CustomerAsync("a")).Golden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_12_a_linked_record_that_is_trusted_more_is_not_moved_by_an_update_and_its_new_values_win()
    {
        await _bench.AddSourceAsync("registry", trust: 1);
        await _bench.PutAsync("a", Someone.Ada + " | jobTitle: Engineer");
        await _bench.PutAsync("t", Someone.Ada, "registry");
        await _bench.DecideAsync("a", "t", isSame: true);
        var id = await _bench.IdAsync("a");

        await _bench.PutAsync("t", Someone.Clara + " | jobTitle: Director", "registry");

        Assert.Equal(id, await _bench.IdAsync("t"));
        Assert.Contains("Director", (await _bench.CustomerAsync("a")).Golden, StringComparison.Ordinal);
        Assert.Contains("Kowalski", (await _bench.CustomerAsync("a")).Golden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_16_two_customers_that_a_person_merges_are_one_with_all_their_records()
    {
        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("b", Someone.Ada);
        await _bench.PutAsync("c", Someone.Clara);
        await _bench.PutAsync("d", Someone.Clara);
        await _bench.PutAsync("e", Someone.Clara);
        var (ada, clara) = (await _bench.IdAsync("a"), await _bench.IdAsync("c"));

        await _bench.MergeAsync("e", "b");

        Assert.Equal((ada, 5), ((await _bench.CustomerAsync("d")).Uid, (await _bench.CustomerAsync("d")).RecordCount));
        Assert.Equal(ada, (await _bench.Store.Customers.FindAsync(clara, TestContext.Current.CancellationToken))!.Uid);
    }
}
