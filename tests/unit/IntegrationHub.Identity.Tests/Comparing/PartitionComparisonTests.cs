namespace IntegrationHub.Identity.Tests.Comparing;

public sealed class PartitionComparisonTests
{
    [Fact]
    public void What_merges_splits_and_stays_is_counted_and_named()
    {
        var difference = Compare("1 2 3 | 4 | 5 6 | 7 8 | 9", "1 2 3 4 | 5 | 6 | 7 9 | 8");

        Assert.Equal((0, 4, 2), (difference.Stay, difference.Merge, difference.Split));
        Assert.Equal((5, 5), (difference.CustomersBefore, difference.CustomersAfter));
        Assert.Equal(["7:2 9:1 > 7:2 8:1, 2 moved", "1:3 4:1 > 1:4, 1 moved", "5:2 > 5:1 6:1, 1 moved"], difference.Worst.Select(Describe));
    }

    [Fact]
    public void The_same_partition_stays_whole()
    {
        var difference = Compare("1 2 | 3", "1 2 | 3");

        Assert.Equal((2, 0, 0), (difference.Stay, difference.Merge, difference.Split));
        Assert.Empty(difference.Worst);
    }

    [Fact]
    public void Of_regroupings_that_move_as_many_the_smallest_record_number_comes_first()
    {
        Assert.Equal(
            ["1:1 9:1 > 1:2, 1 moved", "2:1 3:1 > 2:2, 1 moved", "4:1 5:1 > 4:2, 1 moved"],
            Compare("9 | 1 | 3 | 2 | 8 | 5 | 4", "1 9 | 2 3 | 4 5 | 8").Worst.Select(Describe));
        Assert.Throws<ArgumentNullException>(() => PartitionComparison.Compare(null!, new Dictionary<long, long>()));
        Assert.Throws<ArgumentNullException>(() => PartitionComparison.Compare(new Dictionary<long, long>(), null!));
    }

    [Fact]
    public void At_most_twenty_are_named_the_most_records_first()
    {
        var before = string.Join(" | ", Enumerable.Range(0, 60).Select(i => $"{(i * 10) + 1} {(i * 10) + 2}" + (i == 50 ? $" {(i * 10) + 3}" : string.Empty)));
        var after = before.Replace(" | ", " x ", StringComparison.Ordinal).Replace(" ", " | ", StringComparison.Ordinal).Replace(" | x | ", " | ", StringComparison.Ordinal);

        var worst = Compare(before, after).Worst;

        Assert.Equal([501, 1, 11, 21], worst.Take(4).Select(w => w.Before[0].Anchor));
        Assert.Equal(PartitionComparison.WorstMax, worst.Count);
    }

    [Fact]
    public void The_counts_agree_with_their_definitions_on_random_partitions_and_do_not_depend_on_the_order()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 30);
            var before = Partition(random, count);
            var after = Partition(random, count);

            var difference = PartitionComparison.Compare(before, after);

            var clusters = before.GroupBy(p => p.Value).Select(g => g.Select(p => p.Key).ToHashSet()).ToList();
            var targets = after.GroupBy(p => p.Value).Select(g => g.Select(p => p.Key).ToHashSet()).ToList();
            Assert.Equal(clusters.Count(c => targets.Any(t => t.SetEquals(c))), difference.Stay);
            Assert.Equal(clusters.Count(c => targets.Count(t => t.Overlaps(c)) > 1), difference.Split);
            Assert.Equal(clusters.Count(c => targets.Any(t => t.Overlaps(c) && !t.IsSubsetOf(c))), difference.Merge);
            Assert.Equal((clusters.Count, targets.Count), (difference.CustomersBefore, difference.CustomersAfter));
            Assert.All(difference.Worst, w => Assert.Equal(w.Before.Sum(c => c.Records), w.After.Sum(c => c.Records)));

            var shuffled = before.Reverse().ToDictionary(p => p.Key, p => p.Value);
            Assert.Equal(
                difference.Worst.Select(Describe), PartitionComparison.Compare(shuffled, after.Reverse().ToDictionary(p => p.Key, p => p.Value)).Worst.Select(Describe));
        }
    }

    private static PartitionDifference Compare(string before, string after) => PartitionComparison.Compare(Read(before), Read(after));

    private static Dictionary<long, long> Read(string partition) => partition.Split('|')
        .Select(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => long.Parse(r, System.Globalization.CultureInfo.InvariantCulture)).ToArray())
        .SelectMany(c => c.Select(r => (Record: r, Anchor: c.Min()))).ToDictionary(p => p.Record, p => p.Anchor);

    private static Dictionary<long, long> Partition(Random random, int count) => Enumerable.Range(1, count)
        .Select(record => (Record: (long)record, Group: random.Next(1, 12))).GroupBy(p => p.Group)
        .SelectMany(g => g.Select(p => (p.Record, Anchor: g.Min(m => m.Record)))).ToDictionary(p => p.Record, p => p.Anchor);

    private static string Describe(Regrouped group) =>
        $"{string.Join(' ', group.Before.Select(c => $"{c.Anchor}:{c.Records}"))} > {string.Join(' ', group.After.Select(c => $"{c.Anchor}:{c.Records}"))}, {group.Moved} moved";
}
