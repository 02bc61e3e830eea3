using IntegrationHub.Core.Matching;

namespace IntegrationHub.Storage.Sqlite.Tests.Contract;

public abstract partial class HubStoreContract
{
    [Fact]
    public async Task A_decision_makes_its_records_wait_for_the_resolver_and_so_does_its_withdrawal()
    {
        var ids = await StoreAsync("1", "2", "3");
        await SettleAsync();

        await Store.Decisions.AddAsync([Always(ids[1], ids[0])], Cancel);
        Assert.Equal([ids[0], ids[1]], await PendingAsync());
        Assert.Equal([Always(ids[0], ids[1])], await Store.Decisions.ListAsync(Cancel));

        await SettleAsync();
        Assert.Equal([Always(ids[0], ids[1])], await WithdrawAsync(ids[1], ids[0]));
        Assert.Equal([ids[0], ids[1]], await PendingAsync());
        Assert.Empty(await Store.Decisions.ListAsync(Cancel));
        Assert.Empty(await WithdrawAsync(ids[0], ids[1]));
    }

    [Fact]
    public async Task A_decision_that_was_replaced_holds_again_when_its_successor_is_withdrawn()
    {
        var ids = await StoreAsync("1", "2");
        await Store.Decisions.AddAsync([Never(ids[0], ids[1])], Cancel);
        await Store.Decisions.AddAsync([Always(ids[0], ids[1])], Cancel);
        Assert.Equal([Always(ids[0], ids[1])], await Store.Decisions.ListAsync(Cancel));

        await WithdrawAsync(ids[0], ids[1]);

        Assert.Equal([Never(ids[0], ids[1])], await Store.Decisions.ListAsync(Cancel));
        Assert.Equal(
            [(true, DecisionState.Withdrawn, "undone"), (false, DecisionState.InForce, null)],
            (await Store.Decisions.ListHistoryAsync(Cancel)).Select(e => (e.Decision.IsSame, e.State, e.Withdrawal?.Why)));
    }

    [Fact]
    public async Task An_act_is_withdrawn_whole_also_where_a_later_decision_lies_over_it()
    {
        var ids = await StoreAsync("1", "2", "3");
        await Store.Decisions.AddAsync([Never(ids[1], ids[2])], Cancel);
        await Store.Decisions.AddAsync([Always(ids[0], ids[1]), Always(ids[1], ids[2])], Cancel);
        await Store.Decisions.AddAsync([Never(ids[1], ids[2])], Cancel);

        Assert.Equal(2, (await WithdrawAsync(ids[0], ids[1])).Count);
        Assert.Equal([Never(ids[1], ids[2])], await Store.Decisions.ListAsync(Cancel));

        await WithdrawAsync(ids[1], ids[2]);
        Assert.Equal([Never(ids[1], ids[2])], await Store.Decisions.ListAsync(Cancel));
        await WithdrawAsync(ids[1], ids[2]);
        Assert.Empty(await Store.Decisions.ListAsync(Cancel));
    }

    [Fact]
    public async Task One_pair_of_an_act_can_be_withdrawn_alone_and_a_bad_act_is_refused_whole()
    {
        var ids = await StoreAsync("1", "2", "3");
        await Store.Decisions.AddAsync([Always(ids[0], ids[1]), Always(ids[0], ids[2])], Cancel);

        await Store.Decisions.WithdrawAsync(ids[0], ids[1], isWholeAct: false, new Withdrawal("tester", Now, null), Cancel);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Decisions.AddAsync([Never(ids[0], ids[1]), Never(ids[2], ids[2])], Cancel));

        Assert.Equal([Always(ids[0], ids[2])], await Store.Decisions.ListAsync(Cancel));
    }

    private static Decision Always(long a, long b) => new(a, b, true, "tester", Now, "same person");

    private static Decision Never(long a, long b) => new(a, b, false, "tester", Now, "twins");

    private Task<IReadOnlyList<Decision>> WithdrawAsync(long a, long b) =>
        Store.Decisions.WithdrawAsync(a, b, isWholeAct: true, new Withdrawal("tester", Now, "undone"), Cancel);
}
