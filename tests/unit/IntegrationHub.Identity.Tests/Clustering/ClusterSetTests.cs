using IntegrationHub.Identity.Clustering;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Tests.Clustering;

/// <summary>The small parts that clustering stands on.</summary>
public sealed class ClusterSetTests
{
    [Fact]
    public void The_larger_takes_in_the_smaller_and_of_two_equal_ones_the_first()
    {
        var set = new ClusterSet();
        set.Start(9);
        set.Start(7);
        set.Join(4, 1);
        set.Join(1, 3);
        set.Join(2, 1);
        set.Join(0, 5);

        Assert.Equal([0, 1, 1, 1, 1, 0, 6], Enumerable.Range(0, 7).Select(set.ClusterOf));
        Assert.Equal([1, 4, 3, 2], set.Members(1).ToArray());
        Assert.Equal([0, 5], set.Members(0).ToArray());
        Assert.Equal([true, true, false, false, false, false, true], Enumerable.Range(0, 7).Select(set.IsCluster));
        Assert.Equal([1, 3, 1, 1, 1, 1, 0], Enumerable.Range(0, 7).Select(set.Version));
        set.Join(0, 1);
        Assert.Equal([1, 4, 3, 2, 0, 5], set.Members(1).ToArray());
        Assert.Empty(set.Members(0).ToArray());

        set.Start(3);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(set.ClusterOf));
        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(set.Version));
        Assert.Equal([1], set.Members(1).ToArray());
    }

    [Fact]
    public void Components_stand_one_after_the_other_and_are_divided_evenly()
    {
        var components = new Components();
        var slot = 0;
        foreach (var size in Enumerable.Range(1, 40))
        {
            for (var i = 0; i < size; i++)
            {
                components.Add(slot++);
            }

            components.End();
        }

        Assert.Equal((40, 820), (components.Count, components.Slots.Length));
        Assert.Equal([0], components[0].ToArray());
        Assert.Equal([1, 2], components[1].ToArray());
        Assert.Equal(Enumerable.Range(780, 40), components[39].ToArray());

        // Half of 820 lies in the 29th component, which begins at 406; 820 is the end.
        Assert.Equal((0, 28, 40), (components.ComponentAfter(0, 2), components.ComponentAfter(1, 2), components.ComponentAfter(2, 2)));
        Assert.Equal(1, components.ComponentAfter(1, 820));
    }

    [Theory]
    [InlineData(0, .5)]
    [InlineData(1, 2 / 3d)]
    [InlineData(-2, .2)]
    [InlineData(4, 16 / 17d)]
    public void Bits_are_odds(double bits, double probability) => Assert.Equal(probability, Doubt.Probability(bits), 12);

    [Fact]
    public void A_doubtful_pair_names_the_smaller_record_first()
    {
        var pair = Doubt.Pair(9, 4, 1, isAmbiguous: true);

        Assert.Equal((4, 9, true), (pair.RecordA, pair.RecordB, pair.IsAmbiguous));
        Assert.Equal(2 / 3d, pair.Probability, 6);
    }

    [Fact]
    public void A_meeting_is_between_the_records_of_its_two_groups()
    {
        var meeting = new ClusterMeeting(MeetingOutcome.Refused, 1, 3, 2, [1, 2], [3, 4], null, Walls.None, []);

        Assert.True(meeting.IsBetween(2, 4) && meeting.IsBetween(4, 1));
        Assert.False(meeting.IsBetween(1, 2) || meeting.IsBetween(3, 4) || meeting.IsBetween(1, 9) || meeting.IsBetween(9, 1));
        Assert.Equal([true, true, false, false], Enum.GetValues<MeetingOutcome>().Select(o => (meeting with { Outcome = o }).IsJoin));
    }
}
