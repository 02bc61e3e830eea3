using System.Globalization;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>Whatever was decided and taken back: ids, values, consents and interactions are as if it had never been.</summary>
public sealed class UndoTests
{
    private static readonly string[] Given = ["Ada", "Bertram", "Clara", "David"];
    private static readonly string[] Family = ["Lindqvist", "Kowalski", "Adler"];

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
            await StepAsync(bench, random, live);
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

    private static async Task StepAsync(MatchBench bench, Random random, Dictionary<string, string> live)
    {
        var key = random.Next(12).ToString(CultureInfo.InvariantCulture);
        var known = live.Keys.Order(StringComparer.Ordinal).ToArray();
        switch (random.Next(10))
        {
            case < 5:
                await bench.PutAsync(key, live[key] = Person(random));
                break;
            case 5 when live.Remove(key):
                await bench.DeleteAsync(key);
                break;
            case 6 when live.TryGetValue(key, out var values):
                await bench.PutAsync(key, values);
                break;
            case 7:
                await bench.OrderAsync(key);
                break;
            case 8:
                await bench.ConsentAsync(key, random.Next(2) == 0 ? ConsentStatus.Granted : ConsentStatus.Denied);
                break;
            case 9 when known.Length > 1:
                random.Shuffle(known);
                await bench.DecideAsync(known[0], known[1], isSame: random.Next(2) == 0);
                break;
        }
    }

    private static string Person(Random random)
    {
        var (given, family) = (Given[random.Next(Given.Length)], Family[random.Next(Family.Length)]);
        var number = random.Next(3);
        var values = $"name.given: {given} | name.family: {family}";
        values += random.Next(2) == 0 ? $" | email: {given}.{family}{number}@example.org".ToLowerInvariant() : string.Empty;
        values += random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $" | phone: +1402555010{random.Next(5)}") : string.Empty;
        return values + (random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $" | birthDate: 198{number}-04-1{number}") : string.Empty);
    }
}
