using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Tests.Resolving;

/// <summary>Which clusters must be written in one step.</summary>
public sealed class ExchangeGroupsTests
{
    [Fact]
    public void Clusters_of_records_that_were_in_no_customer_stand_alone() =>
        Assert.Equal(["0", "1", "2"], GroupsOf([[1, 4], [2], [3]], [], new AnchorTable()));

    [Fact]
    public void Clusters_and_deleted_records_that_share_an_old_customer_stand_together()
    {
        // Customers {1, 4}, {2, 5} and {3} became {1}, {2, 4}, {3} and {6}; record 5 is deleted.
        var anchors = new AnchorTable();
        foreach (var (record, anchor) in new[] { (1, 1), (4, 1), (2, 2), (5, 2), (3, 3) })
        {
            anchors.Set(record, anchor);
        }

        Assert.Equal(["0 1 4", "2", "3"], GroupsOf([[1], [2, 4], [3], [6]], [5], anchors));
    }

    [Theory]
    [InlineData(true, "1 4")]
    [InlineData(false, "1")]
    [InlineData(false, "1 4 6")]
    [InlineData(false, "1 3 4")]
    [InlineData(false, "1", "4")]
    [InlineData(false, "4")]
    public void Only_a_cluster_of_the_very_records_of_its_old_customer_is_as_before(bool isAsBefore, params string[] clusters)
    {
        // The old customers are {1, 4} and {3}; record 6 is new. What is in no cluster is deleted.
        var anchors = new AnchorTable();
        foreach (var (record, anchor) in new[] { (1, 1), (4, 1), (3, 3) })
        {
            anchors.Set(record, anchor);
        }

        long[][] now = [.. clusters.Select(c => c.Split(' ').Select(long.Parse).ToArray())];
        List<long> gone = [.. new long[] { 1, 4 }.Except(now.SelectMany(c => c))];

        Assert.Equal(isAsBefore, ExchangeGroups.Of(now, gone, anchors).IsAsBefore(0));
    }

    [Fact]
    public void The_anchors_of_far_apart_records_are_told_apart()
    {
        var anchors = new AnchorTable();
        anchors.Set(5, 5);
        anchors.Set(5_000_000, 5);
        anchors.Set(70_000, 70_000);
        anchors.Set(70_000, 0);
        var members = new HashSet<long>();
        anchors.AddMembers([5], members);

        Assert.Equal((2, 5, 0, 0), (anchors.Count, anchors.Of(5_000_000), anchors.Of(70_000), anchors.Of(9_000_000)));
        Assert.Equal([5, 5_000_000], members.Order());
    }

    [Fact]
    public void A_pending_record_is_found_with_gaps_before_and_behind_it()
    {
        (long RecordId, long Change)[] marks = [(3, 1), (4, 1), (9, 2), (10, 1), (40, 3)];
        var pending = new PendingMarks(marks);

        for (var record = 0L; record < 50; record++)
        {
            Assert.Equal(Array.FindIndex(marks, m => m.RecordId == record), pending.IndexOf(record));
        }

        Assert.Equal([4, 40], pending.MissingFrom([[3, 9], [10, 11]]));
        Assert.Equal(-1, new PendingMarks([]).IndexOf(1));
    }

    private static List<string> GroupsOf(long[][] clusters, List<long> orphans, AnchorTable anchors)
    {
        var groups = ExchangeGroups.Of(clusters, orphans, anchors);
        var result = new List<string>();
        for (var first = 0; first < groups.Count; first++)
        {
            var nodes = new List<int>();
            for (var node = groups.IsFirst(first) ? first : -1; node >= 0; node = groups.Next(node))
            {
                nodes.Add(node);
            }

            if (nodes.Count > 0)
            {
                result.Add(string.Join(' ', nodes));
            }
        }

        return result;
    }
}
