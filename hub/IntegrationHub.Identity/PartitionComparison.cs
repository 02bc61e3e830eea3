namespace IntegrationHub.Identity;

/// <summary>Compares two partitions of the same records. Its time is linear in the number of records.</summary>
public static class PartitionComparison
{
    /// <summary>How many regroupings are named.</summary>
    public const int WorstMax = 20;

    /// <summary>Compares.</summary>
    /// <param name="before">For each record the smallest record number of its customer before.</param>
    /// <param name="after">The same after. Records that only one side knows count as customers' records on that side alone.</param>
    /// <returns>The difference; it depends on the partitions alone, not on the order of the records.</returns>
    public static PartitionDifference Compare(IReadOnlyDictionary<long, long> before, IReadOnlyDictionary<long, long> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        var cells = new Dictionary<(long Before, long After), int>();
        foreach (var (record, anchor) in before)
        {
            if (after.TryGetValue(record, out var target))
            {
                cells[(anchor, target)] = cells.GetValueOrDefault((anchor, target)) + 1;
            }
        }

        var groups = new RegroupedFinder(cells);
        var beforeCells = CountBy(cells, static c => c.Before);
        var afterCells = CountBy(cells, static c => c.After);
        var (stay, split) = (0, 0);
        var merging = new HashSet<long>();
        foreach (var (cell, _) in cells)
        {
            stay += beforeCells[cell.Before] == 1 && afterCells[cell.After] == 1 ? 1 : 0;
            if (afterCells[cell.After] > 1)
            {
                merging.Add(cell.Before);
            }
        }

        foreach (var (_, count) in beforeCells)
        {
            split += count > 1 ? 1 : 0;
        }

        return new PartitionDifference(
            stay, merging.Count, split, CountClusters(before), CountClusters(after), groups.Worst(WorstMax));
    }

    private static Dictionary<long, int> CountBy(
        Dictionary<(long Before, long After), int> cells, Func<(long Before, long After), long> side)
    {
        var counts = new Dictionary<long, int>();
        foreach (var cell in cells.Keys)
        {
            counts[side(cell)] = counts.GetValueOrDefault(side(cell)) + 1;
        }

        return counts;
    }

    private static int CountClusters(IReadOnlyDictionary<long, long> partition)
    {
        var count = 0;
        foreach (var (record, anchor) in partition)
        {
            count += record == anchor ? 1 : 0;
        }

        return count;
    }
}
