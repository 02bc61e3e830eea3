using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

public abstract partial class HubStoreContract
{
    [Fact]
    public async Task A_new_customer_is_created_once_however_often_it_is_delivered()
    {
        var ids = await StoreAsync("1", "2");

        Assert.Equal(1, await ResolveAsync(Customer(ids)));
        Assert.Equal(0, await ResolveAsync(Customer(ids)));

        Assert.Equal(["Created 0"], await FeedAsync(ids));
        var customer = await Store.Customers.FindByRecordAsync(ids[1], Cancel);
        Assert.Equal((await UidAsync(ids[0]), ids[0], 2, 1L), (customer!.Uid, customer.AnchorId, customer.RecordCount, customer.Version));
        Assert.Equal(ids, await Store.Customers.GetMembersAsync(ids[0], Cancel));
    }

    [Fact]
    public async Task Other_values_update_a_customer()
    {
        var ids = await StoreAsync("1");
        await ResolveAsync(Customer(ids));

        await ResolveAsync(Named("Other Name", ids));

        Assert.Equal(["Created 0", "Updated 0"], await FeedAsync(ids));
        Assert.Equal(2, (await Store.Customers.FindByRecordAsync(ids[0], Cancel))!.Version);
    }

    [Fact]
    public async Task A_merged_id_redirects_to_the_customer_that_took_it_in()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids[0]), Customer(ids[1]));

        await ResolveAsync(Customer(ids));

        Assert.Equal(["Created 0", "Created 1", "Updated 0", "Merged 1 0"], await FeedAsync(ids));
        Assert.Equal(ids[0], (await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel))!.AnchorId);
    }

    [Fact]
    public async Task An_unmerge_gives_back_the_state_before_with_a_larger_version()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids[0]), Customer(ids[1]));
        await ResolveAsync(Customer(ids));

        await ResolveAsync(Customer(ids[0]), Customer(ids[1]));

        Assert.Equal(["Updated 0", "Split 1 0"], (await FeedAsync(ids))[4..]);
        var back = await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel);
        Assert.Equal((ids[1], 1), (back!.AnchorId, back.RecordCount));
        Assert.Equal(3, back.Version);
        Assert.Equal([ids[0]], await Store.Customers.GetMembersAsync(ids[0], Cancel));
    }

    [Fact]
    public async Task A_record_seen_earlier_that_joins_takes_the_customer_in()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids[1]));

        await ResolveAsync(Customer(ids));

        Assert.Equal(["Created 1", "Created 0", "Merged 1 0"], await FeedAsync(ids));
        Assert.Equal(ids[0], (await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel))!.AnchorId);
    }

    [Fact]
    public async Task The_id_of_a_deleted_anchor_leads_to_its_former_companions()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids));

        await ResolveAsync([ids[0]], Customer(ids[1], ids[2]));
        Assert.Equal(["Created 0", "Created 1", "Merged 0 1"], await FeedAsync(ids));
        Assert.Equal(ids[1], (await Store.Customers.FindAsync(await UidAsync(ids[0]), Cancel))!.AnchorId);

        await ResolveAsync([ids[1]], Customer(ids[2]));
        Assert.Equal(ids[2], (await Store.Customers.FindAsync(await UidAsync(ids[0]), Cancel))!.AnchorId);
        Assert.Equal(ids[2], (await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel))!.AnchorId);
        Assert.Null(await Store.Customers.FindByRecordAsync(ids[0], Cancel));
    }

    [Fact]
    public async Task The_id_of_a_record_that_returns_stands_for_itself_again()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids));
        await ResolveAsync([ids[1]], Customer(ids[0]));

        await ResolveAsync(Customer(ids[1]));

        Assert.Equal(ids[1], (await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel))!.AnchorId);
        Assert.Equal(["Created 0", "Updated 0", "Created 1"], await FeedAsync(ids));
    }

    [Fact]
    public async Task A_customer_without_records_is_removed()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids));

        await ResolveAsync(ids);
        await ResolveAsync(ids);

        Assert.Equal(["Created 0", "Removed 0"], await FeedAsync(ids));
        Assert.Null(await Store.Customers.FindAsync(await UidAsync(ids[1]), Cancel));
        Assert.Equal(0, (await Store.Customers.GetTotalsAsync(Cancel)).Customers);
    }

    [Fact]
    public async Task Two_customers_may_exchange_records_in_one_step()
    {
        var ids = await StoreAsync("1", "2", "3", "4");
        await ResolveAsync(Customer(ids[0], ids[1]), Customer(ids[2], ids[3]));

        await ResolveAsync(Customer(ids[0], ids[3]), Customer(ids[1], ids[2]));

        Assert.Equal(["Updated 0", "Split 1 0", "Merged 2 1"], (await FeedAsync(ids))[2..]);
        Assert.Equal([ids[0], ids[3]], await Store.Customers.GetMembersAsync(ids[0], Cancel));
    }

    [Fact]
    public async Task A_step_that_forgets_a_companion_is_refused_whole()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0], ids[1]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => ResolveAsync(Customer(ids[2]), Customer(ids[1])));

        Assert.Equal(["Created 0"], await FeedAsync(ids));
        Assert.Null(await Store.Customers.FindByRecordAsync(ids[2], Cancel));
    }

    [Fact]
    public async Task The_feed_accounts_for_every_customer_whatever_happens()
    {
        var ids = await StoreAsync([.. Enumerable.Range(0, 12).Select(i => "k" + i)]);
        var random = new Random(20260301);
        for (var round = 0; round < 60; round++)
        {
            // Every record goes to a random group; group 0 is the deleted ones.
            var groups = ids.GroupBy(_ => random.Next(5)).ToDictionary(g => g.Key, g => g.Order().ToArray());
            var orphans = groups.GetValueOrDefault(0) ?? [];
            await ResolveAsync(orphans, [.. groups.Where(g => g.Key != 0).Select(g => Customer(g.Value))]);

            var changes = await Store.Customers.ReadChangesAsync(0, 10_000, Cancel);
            var customers = await Store.Customers.ReadAllAsync(Cancel).ToListAsync(Cancel);
            var alive = Replay(changes);
            Assert.Equal(customers.Select(c => c.Uid).Order(), alive.Order());
            Assert.Equal(customers.Count, (await Store.Customers.GetTotalsAsync(Cancel)).Customers);
            foreach (var customer in customers)
            {
                Assert.Equal(groups.Values.Single(g => g[0] == customer.AnchorId), await Store.Customers.GetMembersAsync(customer.AnchorId, Cancel));
            }

            foreach (var change in changes.Where(c => c.Kind == ChangeKind.Merged))
            {
                Assert.NotEqual(change.CustomerId, change.OtherId);
            }
        }
    }

    [Fact]
    public async Task The_feed_is_read_in_order_page_by_page()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[2]), Customer(ids[0]), Customer(ids[1]));

        var first = await Store.Customers.ReadChangesAsync(0, 2, Cancel);
        var rest = await Store.Customers.ReadChangesAsync(first[^1].Sequence, 2, Cancel);

        Assert.Equal(3, first.Concat(rest).Select(c => c.CustomerId).Distinct().Count());
        Assert.True(first[0].Sequence < first[1].Sequence && first[1].Sequence < rest[0].Sequence);
        Assert.Equal(Now, rest[0].At);
    }

    [Fact]
    public async Task A_mark_newer_than_the_step_stays_pending()
    {
        var ids = await StoreAsync("1", "2");
        var seen = await Store.Records.GetPendingAsync(Cancel);
        await CommitAsync(Batch(Person("1", "new@example.org")));

        var batch = new ResolutionBatch();
        batch.Settled.AddRange(seen);
        await Store.Customers.ApplyAsync(batch, Now, Cancel);

        Assert.Equal([ids[0]], await PendingAsync());
    }

    [Fact]
    public async Task Tokens_find_live_records_and_replace_the_older_ones()
    {
        var ids = await StoreAsync("1", "2", "3");
        await TokensAsync((7, ids[0]), (7, ids[1]), (7, ids[2]), (long.MinValue, ids[0]), (7, ids[0]));
        var batch = Batch();
        batch.Deletions.Add((People, "3"));
        await CommitAsync(batch);

        await TokensAsync((8, ids[0]));

        Assert.Equal([ids[1]], await FoundAsync(7));
        Assert.Equal([ids[0]], await FoundAsync(8));
        Assert.Empty(await FoundAsync(long.MinValue));
    }

    [Fact]
    public async Task A_record_that_is_in_no_customer_is_found_by_its_tokens_all_the_same()
    {
        var ids = await StoreAsync("1");
        await ResolveAsync(Customer(ids));

        var batch = new ResolutionBatch { Orphans = { ids[0] } };
        batch.Tokens.Add((7, ids[0]));
        batch.Settled.AddRange(await Store.Records.GetPendingAsync(Cancel));
        await Store.Customers.ApplyAsync(batch, Now, Cancel);

        Assert.Equal(ids, await FoundAsync(7));
        Assert.Null(await Store.Customers.FindByRecordAsync(ids[0], Cancel));
    }

    [Fact]
    public async Task A_step_cut_off_before_its_marks_were_settled_is_repeated_without_a_change()
    {
        var ids = await StoreAsync("1", "2");
        Assert.Equal(1, await ResolveAsync(Customer(ids)));
        Assert.Equal(ids, await PendingAsync());

        var batch = new ResolutionBatch();
        batch.Customers.Add(Customer(ids));
        batch.Tokens.Add((7, ids[0]));
        batch.Settled.AddRange(await Store.Records.GetPendingAsync(Cancel));

        Assert.Equal(0, await Store.Customers.ApplyAsync(batch, Now, Cancel));
        Assert.Equal([ids[0]], await FoundAsync(7));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task A_record_settled_without_tokens_loses_those_it_had()
    {
        var ids = await StoreAsync("1", "2");
        await TokensAsync((7, ids[0]), (7, ids[1]));

        var batch = new ResolutionBatch();
        batch.Settled.AddRange(await Store.Records.GetPendingAsync(Cancel));
        batch.Tokens.Add((7, ids[1]));
        await Store.Customers.ApplyAsync(batch, Now, Cancel);

        Assert.Equal([ids[1]], await FoundAsync(7));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task Doubtful_pairs_of_touched_records_are_replaced()
    {
        var ids = await StoreAsync("1", "2", "3", "4");
        var step = new ResolutionBatch();
        step.Doubtful.AddRange([new(ids[0], ids[1], 0.6, false), new(ids[1], ids[2], 0.9, true), new(ids[2], ids[3], 0.7, false)]);
        await Store.Customers.ApplyAsync(step, Now, Cancel);
        Assert.Equal([0.9, 0.6, 0.7], (await Store.Customers.ListReviewAsync(9, Cancel)).Select(d => d.Pair.Probability));

        var next = new ResolutionBatch { Touched = { ids[1] } };
        next.Doubtful.Add(new DoubtfulPair(ids[0], ids[1], 0.65, false));
        await Store.Customers.ApplyAsync(next, Now, Cancel);

        Assert.Equal(
            [new DoubtfulPair(ids[0], ids[1], 0.65, false), new DoubtfulPair(ids[2], ids[3], 0.7, false)],
            await Store.Customers.ListDoubtfulOfAsync(ids, Cancel));
        Assert.Equal([ids[3]], (await Store.Customers.ListDoubtfulOfAsync([ids[2]], Cancel)).Select(d => d.RecordB));
    }

    [Fact]
    public async Task The_review_queue_puts_first_what_much_business_hangs_on()
    {
        var batch = Batch();
        batch.Interactions.AddRange(Enumerable.Range(0, 30).Select(i => Order("o" + i, "4", i)));
        await CommitAsync(batch);
        var ids = await StoreAsync("1", "2", "3", "4", "5");
        await ResolveAsync(Customer(ids[0]), Customer(ids[1]), Customer(ids[2]), Customer(ids[3], ids[4]));
        var step = new ResolutionBatch();
        step.Doubtful.AddRange([new(ids[0], ids[1], 0.5, false), new(ids[2], ids[4], 0.8, false)]);
        await Store.Customers.ApplyAsync(step, Now, Cancel);

        var queue = await Store.Customers.ListReviewAsync(9, Cancel);

        Assert.Equal([(ids[2], 3, 30), (ids[0], 2, 0)], queue.Select(i => (i.Pair.RecordA, i.Records, i.Interactions)));
        Assert.Equal(queue[0], Assert.Single(await Store.Customers.ListReviewAsync(1, Cancel)));
    }

    [Theory]
    [InlineData("muller", 1)]
    [InlineData("Jürgen MÜL", 1)]
    [InlineData("oreilly", 1)]
    [InlineData("ller", 0)]
    [InlineData("Jurgen Smith", 0)]
    [InlineData("strasse", 1)]
    [InlineData(" - ", 0)]
    public async Task A_name_is_found_by_the_beginnings_of_its_words(string text, int count)
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Named("Jürgen Müller-Straße O'Reilly", ids[0]), Named("Someone Else", ids[1]));

        Assert.Equal(count, (await Store.Customers.SearchByNameAsync(text, 10, Cancel)).Count);
    }

    [Fact]
    public async Task A_customer_is_found_by_the_name_of_today()
    {
        var ids = await StoreAsync("1");
        await ResolveAsync(Named("Ann Birch", ids[0]));
        await ResolveAsync(Named("Ann Cedar", ids[0]));

        Assert.Empty(await Store.Customers.SearchByNameAsync("birch", 10, Cancel));
        Assert.Single(await Store.Customers.SearchByNameAsync("cedar", 10, Cancel));
    }

    [Fact]
    public async Task The_timeline_follows_the_person_through_merges_newest_first()
    {
        var batch = Batch();
        batch.Interactions.AddRange([Order("o1", "1", 1), Order("o2", "2", 3), Order("o3", "1", 2), Order("o4", null, 9), Order("o5", "3", 8)]);
        await CommitAsync(batch);
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0], ids[1]), Customer(ids[2]));

        var all = await Store.Customers.GetTimelineAsync(ids[0], 0, 10, Cancel);
        var page = await Store.Customers.GetTimelineAsync(ids[0], 1, 1, Cancel);

        Assert.Equal("o2 o3 o1", string.Join(' ', all.Select(e => e.Interaction.Key)));
        Assert.Equal(Order("o3", "1", 2), Assert.Single(page).Interaction);
        Assert.Equal(Crm.Id, page[0].SourceId);
    }

    [Fact]
    public async Task A_changed_interaction_is_replaced_and_may_change_its_person()
    {
        var ids = await StoreAsync("1", "2");
        await ResolveAsync(Customer(ids[0]), Customer(ids[1]));
        await CommitAsync(WithOrder(Order("o1", "1")));

        var outcome = await CommitAsync(WithOrder(Order("o1", "2", body: "{\"amount\":5}")));

        Assert.Equal(1, outcome.For(Orders).Changed);
        Assert.Empty(await Store.Customers.GetTimelineAsync(ids[0], 0, 10, Cancel));
        Assert.Equal("{\"amount\":5}", Assert.Single(await Store.Customers.GetTimelineAsync(ids[1], 0, 10, Cancel)).Interaction.Body);
    }

    [Fact]
    public async Task Links_and_membership_name_every_record_with_its_customer()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0], ids[2]), Customer(ids[1]));

        var links = await Store.Customers.ReadLinksAsync(Cancel).ToListAsync(Cancel);
        var membership = await Store.Customers.ReadMembershipAsync(Cancel).ToListAsync(Cancel);

        var (one, two) = (await UidAsync(ids[0]), await UidAsync(ids[1]));
        Assert.Equal([(Ref("1"), one), (Ref("2"), two), (Ref("3"), one)], links);
        Assert.Equal([(ids[0], ids[0]), (ids[1], ids[1]), (ids[2], ids[0])], membership);
        Assert.Equal(1, (await Store.Customers.GetTotalsAsync(Cancel)).MergedCustomers);
    }

    private static HashSet<Guid> Replay(IReadOnlyList<CustomerChange> changes)
    {
        var alive = new HashSet<Guid>();
        foreach (var change in changes)
        {
            var isRight = change.Kind switch
            {
                ChangeKind.Created or ChangeKind.Split => alive.Add(change.CustomerId),
                ChangeKind.Merged => alive.Remove(change.CustomerId),
                ChangeKind.Removed => alive.Remove(change.CustomerId),
                _ => alive.Contains(change.CustomerId),
            };
            Assert.True(isRight, $"Entry {change.Sequence} ({change.Kind}) does not fit what came before.");
        }

        return alive;
    }

    private RecordRef Ref(string key) => new(Crm.Name, People, key);

    private RecordBatch WithOrder(Interaction order)
    {
        var batch = Batch();
        batch.Interactions.Add(order);
        return batch;
    }

    private async Task SettleAsync()
    {
        var batch = new ResolutionBatch();
        batch.Settled.AddRange(await Store.Records.GetPendingAsync(Cancel));
        await Store.Customers.ApplyAsync(batch, Now, Cancel);
    }

    private Task<int> TokensAsync(params (long Token, long RecordId)[] tokens)
    {
        var batch = new ResolutionBatch();
        batch.Tokens.AddRange(tokens);
        return Store.Customers.ApplyAsync(batch, Now, Cancel);
    }

    private async Task<long[]> FoundAsync(long token) =>
        [.. (await Store.Records.FindByTokenAsync(token, 10, Cancel)).Select(r => r.Id)];
}
