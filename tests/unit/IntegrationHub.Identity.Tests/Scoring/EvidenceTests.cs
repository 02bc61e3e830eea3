using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Tests.Scoring;

public sealed class EvidenceTests
{
    [Fact]
    public void Empty_places_say_nothing_whatever_was_in_the_memory_before()
    {
        var steps = new Step[Evidence.StepsMax];
        Array.Fill(steps, new Step(Level.EmailExact, 9, 1, 2));
        var evidence = new Evidence(steps, MatchModel.Shipped.Weights, MatchModel.Shipped.HouseholdWeights);
        Assert.True(evidence.IsEmpty);

        evidence.Set(Comparison.Family, Level.FamilyNear, 4, 5, 6);
        evidence.Set(Comparison.Given, Level.GivenDifferent, -3, 7, 8);
        evidence.AddAhead(Level.ExclusiveExact, 12, 3, 3);
        evidence.CountAdded();

        Assert.Equal([Level.GivenDifferent, Level.FamilyNear, Level.ExclusiveExact], Levels(evidence));
        Assert.Equal((13f, 1f, 0f), (evidence.Total, evidence.NameSum, evidence.Bits(Comparison.Email)));
        Assert.True(evidence.Has(Level.ExclusiveExact) && evidence.Has(Comparison.Family));
        Assert.False(evidence.Has(Level.EmailExact) || evidence.Has(Comparison.Swapped) || evidence.IsEmpty);
    }

    [Fact]
    public void What_is_compared_ahead_counts_in_its_turn()
    {
        var evidence = new Evidence(new Step[Evidence.StepsMax], MatchModel.Shipped.Weights, MatchModel.Shipped.HouseholdWeights);
        evidence.SetAhead(Comparison.Phone, Level.PhoneExact, 11, 1, 1);
        evidence.AddAhead(Level.IdentifierExact, 7, 2, 2);

        Assert.Equal((0f, 18f), (evidence.Total, evidence.AheadTotal));

        evidence.Count(Comparison.Email);
        evidence.Count(Comparison.Phone);
        Assert.Equal((11f, MatchModel.Shipped.HouseholdWeights[(int)Level.PhoneExact]), (evidence.Total, evidence.HouseholdTotal));

        evidence.CountAdded();
        Assert.Equal(18f, evidence.Total);
    }

    [Fact]
    public void Room_that_is_too_little_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Evidence(new Step[Evidence.FixedCount - 1], MatchModel.Shipped.Weights, MatchModel.Shipped.HouseholdWeights).Has(Comparison.Kind));

    [Fact]
    public void Beyond_its_room_nothing_is_added()
    {
        var weights = Enumerable.Repeat(1f, 200).ToArray();
        var evidence = new Evidence(new Step[Evidence.StepsMax], weights, weights);
        for (var i = 0; i < Evidence.StepsMax; i++)
        {
            evidence.AddAhead(Level.IdentifierExact, 1, i + 1, i + 1);
        }

        evidence.CountAdded();

        var room = Evidence.StepsMax - Evidence.FixedCount;
        Assert.Equal((room, room), (evidence.Total, evidence.HouseholdTotal));
        Assert.Equal((room, room), (evidence.AheadTotal, evidence.AheadHouseholdTotal));
        Assert.Equal(Enumerable.Repeat(Level.IdentifierExact, room), Levels(evidence));
    }

    private static List<Level> Levels(in Evidence evidence)
    {
        var levels = new List<Level>();
        foreach (ref readonly var step in evidence.Steps)
        {
            levels.Add(step.Level);
        }

        return levels;
    }
}
