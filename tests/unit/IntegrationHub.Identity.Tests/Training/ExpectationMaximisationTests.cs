using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>EM against the textbook: the same mixture, computed without logarithms.</summary>
public sealed class ExpectationMaximisationTests
{
    private static readonly Level[][] Learned =
    [
        [Level.GivenExact, Level.GivenNear, Level.GivenDifferent],
        [Level.PhoneExact, Level.PhoneNear, Level.PhoneDifferent],
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void It_learns_what_the_textbook_learns(int seed)
    {
        var random = new Random(seed);
        var sessions = new[] { Make(random), Make(random) };
        var expectedShares = new[] { new[] { .3, .1 }, new[] { .3, .1 } };
        var (actual, expected) = (new LevelShares(MatchModel.Shipped), new LevelShares(MatchModel.Shipped));
        var start = expected.M.ToArray();
        var rounds = 0;
        do
        {
            rounds++;
        }
        while (Round(sessions, expectedShares, expected, start) >= 1e-4 && rounds < 60);

        Assert.Equal(rounds, ExpectationMaximisation.Run(sessions, actual, Learned, priorPairs: 10));
        Assert.Equal(expected.M.Select(m => Math.Round(m, 10)), actual.M.Select(m => Math.Round(m, 10)));
        for (var s = 0; s < 2; s++)
        {
            Assert.Equal(expectedShares[s][0], sessions[s].Match, 10);
            Assert.Equal(expectedShares[s][1], sessions[s].Household, 10);
        }

        Assert.All(Learned, levels => Assert.Equal(start[(int)levels[0]] > 0 ? 1 : 0, Math.Round(levels.Sum(l => actual.M[(int)l]), 3)));
        Assert.Equal(new LevelShares(MatchModel.Shipped).U, actual.U);
        Assert.Equal(new LevelShares(MatchModel.Shipped).H, actual.H);
    }

    [Fact]
    public void Nothing_to_learn_from_changes_nothing()
    {
        var shares = new LevelShares(MatchModel.Shipped);
        var empty = new Session("email", "email", [0], [], []);
        var sums = Learned.ToDictionary(levels => levels, levels => levels.Sum(l => shares.M[(int)l]));

        Assert.InRange(ExpectationMaximisation.Run([empty], shares, Learned, 60), 1, 2);

        Assert.Equal((.3, .1), (empty.Match, empty.Household));
        Assert.All(Learned, levels => Assert.All(
            levels, level => Assert.Equal(MatchModel.Shipped.ProbabilitiesOf(level).M / sums[levels], shares.M[(int)level], 9)));
    }

    [Fact]
    public void Shares_of_a_session_stay_within_bounds()
    {
        // Everybody is one customer beyond doubt.
        var all = new Session("email", "email", [0, 2], [(int)Level.GivenExact, (int)Level.PhoneExact], [5000]);

        ExpectationMaximisation.Run([all], new LevelShares(MatchModel.Shipped), Learned, 60);

        Assert.InRange(all.Match, .99, 1 - 3e-4);
        Assert.InRange(all.Household, 1e-4, .01);
    }

    private static Session Make(Random random)
    {
        var (starts, levels, counts) = (new List<int> { 0 }, new List<int>(), new List<double>());
        foreach (var given in Learned[0].Select(l => (int)l).Append(-1))
        {
            foreach (var phone in Learned[1].Select(l => (int)l).Append(-1))
            {
                levels.AddRange(new[] { given, phone }.Where(l => l >= 0));
                starts.Add(levels.Count);
                counts.Add(random.Next(1, 40));
            }
        }

        return new Session("key", "none", [.. starts], [.. levels], [.. counts]);
    }

    private static double Round(Session[] sessions, double[][] sessionShares, LevelShares shares, double[] start)
    {
        var counts = new double[start.Length];
        for (var s = 0; s < sessions.Length; s++)
        {
            var (all, match, household) = (0d, 0d, 0d);
            for (var i = 0; i < sessions[s].Count; i++)
            {
                var (m, h, u) = (sessionShares[s][0], sessionShares[s][1], Math.Max(1e-4, 1 - sessionShares[s][0] - sessionShares[s][1]));
                foreach (var level in sessions[s].Levels(i))
                {
                    (m, h, u) = (m * shares.M[level], h * shares.H[level], u * shares.U[level]);
                }

                var pairs = sessions[s].Pairs(i);
                foreach (var level in sessions[s].Levels(i))
                {
                    counts[level] += pairs * m / (m + h + u);
                }

                all += pairs;
                match += pairs * m / (m + h + u);
                household += pairs * h / (m + h + u);
            }

            // Nothing is ever taken for impossible.
            sessionShares[s][0] = Math.Clamp(match / all, 1e-4, 1 - 3e-4);
            sessionShares[s][1] = Math.Clamp(household / all, 1e-4, 1 - sessionShares[s][0] - 1e-4);
        }

        var change = 0d;
        foreach (var levels in Learned)
        {
            var weight = levels[0] == Level.GivenExact ? 50 : 10;
            var total = weight + levels.Sum(l => counts[(int)l]);
            var startTotal = levels.Sum(l => start[(int)l]);
            foreach (var level in levels)
            {
                var share = (counts[(int)level] + (weight * start[(int)level] / startTotal)) / total;
                change = Math.Max(change, Math.Abs(share - shares.M[(int)level]));
                shares.M[(int)level] = share;
            }
        }

        return change;
    }
}
