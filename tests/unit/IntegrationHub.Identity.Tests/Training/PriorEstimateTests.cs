using IntegrationHub.Identity.Training;

namespace IntegrationHub.Identity.Tests.Training;

/// <summary>Odds become chances, and chances a prior that equals their mean.</summary>
public sealed class PriorEstimateTests
{
    [Theory]
    [InlineData(3, 2, -1, -1)]
    [InlineData(-4, 6, -3, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Chances_are_those_of_three_things_that_a_pair_can_be(float stranger, float household, double prior, double householdPrior)
    {
        var odds = new Odds(stranger, household);
        var (match, home) = odds.Chances(prior, householdPrior);
        var estimate = new PriorEstimate(.2, .4);

        Assert.Equal(stranger + prior, Math.Log2(match / (1 - match - home)), 6);
        Assert.Equal(household + householdPrior, Math.Log2(match / home), 6);
        var (m, h) = odds.Chances(estimate.Bits, estimate.HouseholdBits);
        Assert.Equal(1 - m - h, odds.StrangerChance(estimate), 9);
        Assert.Equal((-2, -1), (estimate.Bits, estimate.HouseholdBits));
    }

    [Fact]
    public void The_prior_is_the_mean_chance_under_itself()
    {
        var random = new Random(8);
        var odds = Enumerable.Range(0, 400).Select(_ => new Odds(random.Next(-10, 30), random.Next(-6, 12))).ToArray();
        var weights = odds.Select(_ => 1f + random.Next(3)).ToArray();

        var found = PriorEstimate.Of(odds, weights, sampled: 200, all: 500, prior: -13, householdPrior: 0);

        // 200 records and 4 pairs taken for granted, of 200 * 499.
        var match = odds.Select((o, i) => weights[i] * o.Chances(found.Bits, found.HouseholdBits).Match).Sum();
        var household = odds.Select((o, i) => weights[i] * o.Chances(found.Bits, found.HouseholdBits).Household).Sum();
        Assert.Equal((match + 4) / (200 * 499), found.Match, .01 * found.Match);
        Assert.Equal((household + 4) / (200 * 499), found.Household, .01 * found.Household);
    }

    [Fact]
    public void A_few_pairs_are_taken_for_granted_and_no_more_than_half_are_one_customer()
    {
        Assert.Equal(25d / (4000 * 3999d), PriorEstimate.Of([], [], 4000, 4000, -13, 0).Match, 12);
        Assert.Equal(.02 * 50 / (50 * 99d), PriorEstimate.Of([], [], 50, 100, -13, 0).Household, 12);
        var all = PriorEstimate.Of([.. Enumerable.Repeat(new Odds(60, 60), 90)], [.. Enumerable.Repeat(1f, 90)], 10, 10, 0, 0);
        Assert.Equal(.5, all.Match);
        Assert.Equal(.02 * 10 / (10 * 9d), all.Household, 6);
    }

    [Fact]
    public void It_stops_when_it_settled_and_after_thirty_rounds()
    {
        // Each round follows from the one before: the same numbers, written down plainly.
        var odds = Enumerable.Range(0, 60).Select(i => new Odds(14 + (i % 3), 2)).ToArray();
        var weights = Enumerable.Repeat(1f, 60).ToArray();
        var (prior, householdPrior, estimate) = (-20d, 0d, default(PriorEstimate));
        for (var round = 0; round < 30; round++)
        {
            var match = odds.Sum(o => o.Chances(prior, householdPrior).Match);
            var household = odds.Sum(o => o.Chances(prior, householdPrior).Household);
            estimate = new PriorEstimate((match + .6) / (30 * 299d), (household + .6) / (30 * 299d));
            var isSettled = Math.Abs(estimate.Bits - prior) < .005 && Math.Abs(estimate.HouseholdBits - householdPrior) < .005;
            (prior, householdPrior) = (estimate.Bits, estimate.HouseholdBits);
            if (isSettled)
            {
                break;
            }
        }

        var found = PriorEstimate.Of(odds, weights, 30, 300, -20, 0);
        Assert.Equal(estimate.Match, found.Match, 12);
        Assert.Equal(estimate.Household, found.Household, 12);
    }
}
