namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>What people decide holds, whatever comes later.</summary>
public sealed class DecisionRuleTests : IAsyncLifetime
{
    private MatchBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await MatchBench.OpenAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_later_record_that_could_be_either_side_of_a_split_does_not_bridge_it_and_is_related_to_both()
    {
        foreach (var stranger in new[] { "Bertram Adler", "David Holt", "Greta Novak", "Hugo Ibsen" })
        {
            await _bench.PutAsync(stranger, $"name.full: {stranger}");
        }

        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("b", Someone.Ada);
        var undo = await _bench.SplitAsync("b");

        await _bench.PutAsync("c", Someone.Ada);

        Assert.False(await _bench.AreTogetherAsync("a", "b"));
        var possible = (await _bench.ShowAsync("c")).MayAlsoBe;
        Assert.Equal(["a", "b"], possible.Select(p => p.Other.Key).Order(StringComparer.Ordinal));
        Assert.All(possible, p => Assert.True(p.IsAmbiguous));
        Assert.Equal(["a-c", "b-c"], (await _bench.QueueAsync()).Order(StringComparer.Ordinal));

        // In a new process too, which loads what was settled as settled, the third goes home once there is no other side.
        _bench.Restart();
        await _bench.DeleteAsync("b");
        Assert.True(await _bench.AreTogetherAsync("a", "c"));

        await _bench.PutAsync("b", Someone.Ada);
        await _bench.WithdrawAsync(undo);
        Assert.Equal(3, (await _bench.CustomerAsync("c")).RecordCount);
    }

    [Fact]
    public async Task A_contradiction_is_told_and_settled_alike_in_whatever_order_it_arose()
    {
        (string A, string B, bool IsSame)[] decisions = [("a", "b", true), ("b", "c", true), ("a", "c", false)];
        var outcomes = new HashSet<string>();
        foreach (var order in new[] { (0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0) })
        {
            await using var bench = await MatchBench.OpenAsync();
            await bench.PutAsync("a", Someone.Ada);
            await bench.PutAsync("b", "name.given: Bertram | name.family: Adler");
            await bench.PutAsync("c", Someone.Clara);
            foreach (var (a, b, isSame) in new[] { decisions[order.Item1], decisions[order.Item2], decisions[order.Item3] })
            {
                await bench.DecideAsync(a, b, isSame);
            }

            var told = Assert.Single(await bench.Decisions.FindContradictionsAsync(TestContext.Current.CancellationToken)).ToString();
            outcomes.Add($"{told}; b is with a: {await bench.AreTogetherAsync("a", "b")}, with c: {await bench.AreTogetherAsync("b", "c")}");
            Assert.False(await bench.AreTogetherAsync("a", "c"));
        }

        Assert.StartsWith(
            "never crm/people/a - crm/people/c, yet always crm/people/a - crm/people/b - crm/people/c;", Assert.Single(outcomes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_outlives_the_deletion_of_its_records_and_can_be_withdrawn_meanwhile()
    {
        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("b", Someone.Ada);
        await _bench.DecideAsync("a", "b", isSame: false);
        await _bench.DeleteAsync("a");
        await _bench.DeleteAsync("b");
        _bench.Restart();
        await _bench.PutAsync("b", Someone.Ada);
        await _bench.PutAsync("a", Someone.Ada);
        Assert.False(await _bench.AreTogetherAsync("a", "b"));

        await _bench.DeleteAsync("b");
        await _bench.WithdrawAsync("b", "a");
        await _bench.PutAsync("b", Someone.Ada);

        Assert.True(await _bench.AreTogetherAsync("a", "b"));
    }

    [Fact]
    public async Task A_pair_in_the_queue_goes_when_decided_and_comes_back_when_withdrawn()
    {
        await Someone.PutAdaAndADoubtfulRecordAsync(_bench);
        foreach (var isSame in new[] { true, false })
        {
            await _bench.DecideAsync("a", "b", isSame);
            Assert.Empty(await _bench.QueueAsync());
            await _bench.WithdrawAsync("a", "b");
            Assert.Equal(["a-b"], await _bench.QueueAsync());
        }

        var pair = Assert.Single(await _bench.Matching.ReviewAsync(9, TestContext.Current.CancellationToken));
        Assert.StartsWith("for: ", pair.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindqvist", pair.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_change_that_says_nothing_of_identity_reaches_the_customer()
    {
        await _bench.PutAsync("a", Someone.Ada);
        await _bench.PutAsync("a", Someone.Ada + " | jobTitle: Engineer");

        Assert.Contains("Engineer", (await _bench.CustomerAsync("a")).Golden, StringComparison.Ordinal);
    }
}
