namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>Whatever was decided and taken back: ids, values, consents and interactions are as if it had never been.</summary>
public sealed class UndoTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_history_a_withdrawn_merge_or_split_gives_the_state_before_and_equals_a_rebuild(int seed)
    {
        await using var bench = await MatchBench.OpenAsync();
        var random = new Random(seed);
        var live = new Dictionary<string, string>();
        for (var step = 0; step < 40; step++)
        {
            await RandomStep.TakeAsync(bench, random, live);
            if (random.Next(4) == 0)
            {
                bench.Restart();
            }

            var before = await bench.StateAsync();
            await UndoneAsync(bench, random, [.. live.Keys.Order(StringComparer.Ordinal)]);
            Assert.Equal(before, await bench.StateAsync());
            if (step % 8 == 7)
            {
                Assert.Equal(before, await bench.RebuiltStateAsync());
            }
        }
    }

    /// <summary>Merges, splits or decides at random, and takes it back.</summary>
    private static async Task UndoneAsync(MatchBench bench, Random random, string[] keys)
    {
        if (keys.Length < 2)
        {
            return;
        }

        random.Shuffle(keys);
        var companions = (await bench.ShowAsync(keys[0])).Records.Select(r => r.Reference.Key).ToArray();
        if (companions.Length > 1 && random.Next(2) == 0)
        {
            var undo = await bench.SplitAsync(companions[..random.Next(1, companions.Length)]);
            await RestartAtTimesAsync(bench, random);
            await bench.WithdrawAsync(undo);
        }
        else if (await bench.AreTogetherAsync(keys[0], keys[1]))
        {
            await bench.DecideAsync(keys[0], keys[1], isSame: false);
            await bench.WithdrawAsync(keys[0], keys[1]);
        }
        else
        {
            var undo = await bench.MergeAsync(keys[0], keys[1]);
            await RestartAtTimesAsync(bench, random);
            await bench.WithdrawAsync(undo);
        }
    }

    private static Task RestartAtTimesAsync(MatchBench bench, Random random)
    {
        if (random.Next(3) == 0)
        {
            bench.Restart();
        }

        return Task.CompletedTask;
    }
}
