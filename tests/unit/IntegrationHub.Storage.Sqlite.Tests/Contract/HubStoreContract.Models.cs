using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Matching;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

public abstract partial class HubStoreContract
{
    [Fact]
    public async Task A_new_store_uses_the_shipped_model_and_nobody_has_pinned_it()
    {
        Assert.Equal(new ModelUse(0, false), await Store.Models.GetUseAsync(Cancel));
        Assert.Empty(await Store.Models.ListAsync(Cancel));
        Assert.Null(await Store.Models.FindAsync(1, Cancel));
    }

    [Fact]
    public async Task A_model_comes_into_use_together_with_its_customers()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0], ids[1]), Customer(ids[2]));

        var (epoch, changes) = await SwitchAsync(new ModelSwitch(0, Model("one"), IsPinned: true), Step(Customer(ids[0]), Customer(ids[1], ids[2])));

        Assert.Equal((1, 3), (epoch, changes));
        Assert.Equal(new ModelUse(1, true), await Store.Models.GetUseAsync(Cancel));
        Assert.Equal(Model("one") with { Epoch = 1 }, Assert.Single(await Store.Models.ListAsync(Cancel)));
        Assert.Equal([ids[1], ids[2]], await Store.Customers.GetMembersAsync(ids[1], Cancel));
        Assert.Equal(["Updated 0", "Split 1 0", "Merged 2 1"], (await FeedAsync(ids))[2..]);

        await Store.Models.SetPinnedAsync(isPinned: false, Cancel);
        await SwitchAsync(new ModelSwitch(0, null, IsPinned: false), Step(Customer(ids)));
        Assert.Equal(new ModelUse(0, false), await Store.Models.GetUseAsync(Cancel));
    }

    [Fact]
    public async Task A_switch_that_fails_on_the_way_leaves_the_old_model_and_its_customers_whole()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0], ids[1]), Customer(ids[2]));
        await DoubtAsync(ids);

        await Assert.ThrowsAsync<TimeoutException>(() => Store.Customers.SwitchAsync(
            new ModelSwitch(0, Model("one"), false), FailingAsync(Step(Customer(ids))), Now, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SwitchAsync(new ModelSwitch(7, null, false), Step(Customer(ids))));

        Assert.Equal(new ModelUse(0, false), await Store.Models.GetUseAsync(Cancel));
        Assert.Empty(await Store.Models.ListAsync(Cancel));
        Assert.Equal([ids[0], ids[1]], await Store.Customers.GetMembersAsync(ids[0], Cancel));
        Assert.Single(await Store.Customers.ListReviewAsync(9, Cancel));
    }

    [Fact]
    public async Task A_switch_replaces_every_doubtful_pair()
    {
        var ids = await StoreAsync("1", "2", "3");
        await ResolveAsync(Customer(ids[0]), Customer(ids[1]), Customer(ids[2]));
        await DoubtAsync(ids);
        var step = new ResolutionBatch();
        step.Doubtful.Add(new DoubtfulPair(ids[0], ids[1], 0.4, false));

        await SwitchAsync(new ModelSwitch(0, Model("one"), false), step);

        Assert.Equal(step.Doubtful, (await Store.Customers.ListReviewAsync(9, Cancel)).Select(i => i.Pair));
    }

    [Fact]
    public async Task Of_models_that_the_hub_learned_by_itself_the_newest_twenty_are_kept_and_no_number_comes_twice()
    {
        await SwitchAsync(new ModelSwitch(0, Model("a person's"), false));
        for (var i = 0; i < 25; i++)
        {
            await SwitchAsync(new ModelSwitch(0, Model("learned") with { Origin = ModelOrigin.TrainedByItself }, false));
        }

        var kept = await Store.Models.ListAsync(Cancel);
        Assert.Equal([.. Enumerable.Range(7, 20).Reverse(), 1], kept.Select(version => version.Epoch));
        Assert.Equal(26, (await Store.Models.GetUseAsync(Cancel)).Epoch);
    }

    protected static ModelVersion Model(string json) => new()
    {
        Origin = ModelOrigin.TrainedByPerson,
        CreatedAt = Now,
        CreatedBy = "tester",
        Records = 3,
        Json = json,
        Report = "{}",
    };

    protected static ResolutionBatch Step(params ResolvedCustomer[] customers)
    {
        var batch = new ResolutionBatch();
        batch.Customers.AddRange(customers);
        return batch;
    }

    private static async IAsyncEnumerable<ResolutionBatch> FailingAsync(ResolutionBatch first)
    {
        yield return first;
        await Task.Yield();
        throw new TimeoutException();
    }

    private Task<(int Epoch, int Changes)> SwitchAsync(ModelSwitch target, params ResolutionBatch[] batches) =>
        Store.Customers.SwitchAsync(target, batches.ToAsyncEnumerable(), Now, Cancel);

    private Task<int> DoubtAsync(long[] ids)
    {
        var step = new ResolutionBatch();
        step.Doubtful.Add(new DoubtfulPair(ids[1], ids[2], 0.6, false));
        return Store.Customers.ApplyAsync(step, Now, Cancel);
    }
}
