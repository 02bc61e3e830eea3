namespace IntegrationHub.Identity;

/// <summary>Joins customers before that share a customer after, and finds the groups that move most records.</summary>
internal sealed class RegroupedFinder
{
    private readonly Dictionary<(long Before, long After), int> _cells;
    private readonly Dictionary<long, long> _parent = [];
    private readonly Dictionary<long, (int Records, int Largest, int Cells)> _groups = [];

    /// <summary>Groups the customers.</summary>
    /// <param name="cells">How many records each customer before shares with each after.</param>
    public RegroupedFinder(Dictionary<(long Before, long After), int> cells)
    {
        _cells = cells;
        var firstOf = new Dictionary<long, long>();
        foreach (var (before, after) in cells.Keys)
        {
            _parent.TryAdd(before, before);
            if (!firstOf.TryAdd(after, before))
            {
                Join(before, firstOf[after]);
            }
        }

        foreach (var ((before, _), count) in cells)
        {
            var root = Root(before);
            var (records, largest, number) = _groups.GetValueOrDefault(root);
            _groups[root] = (records + count, Math.Max(largest, count), number + 1);
        }
    }

    /// <summary>Gives the groups that move most records.</summary>
    /// <param name="most">How many to give.</param>
    /// <returns>The groups, the worst first, ties by the smallest record number.</returns>
    public IReadOnlyList<Regrouped> Worst(int most)
    {
        var queue = new PriorityQueue<long, (int Moved, long Anchor)>();
        foreach (var (root, group) in _groups)
        {
            if (group.Cells > 1)
            {
                // The least bad comes out first: few moved, then a large number, so that the smallest number stays.
                queue.Enqueue(root, (group.Records - group.Largest, -root));
                if (queue.Count > most)
                {
                    queue.Dequeue();
                }
            }
        }

        var roots = new List<long>();
        while (queue.TryDequeue(out var root, out _))
        {
            roots.Add(root);
        }

        roots.Reverse();
        return Describe(roots);
    }

    private List<Regrouped> Describe(List<long> roots)
    {
        var sides = roots.ToDictionary(r => r, _ => (Before: new SortedDictionary<long, int>(), After: new SortedDictionary<long, int>()));
        foreach (var ((before, after), count) in _cells)
        {
            if (sides.TryGetValue(Root(before), out var side))
            {
                side.Before[before] = side.Before.GetValueOrDefault(before) + count;
                side.After[after] = side.After.GetValueOrDefault(after) + count;
            }
        }

        return roots.ConvertAll(root => new Regrouped(
            [.. sides[root].Before.Select(c => new ClusterSize(c.Key, c.Value))],
            [.. sides[root].After.Select(c => new ClusterSize(c.Key, c.Value))],
            _groups[root].Records - _groups[root].Largest));
    }

    /// <summary>The root of a group is its smallest number, so that it does not depend on the order of the joins.</summary>
    private void Join(long a, long b)
    {
        var (rootA, rootB) = (Root(a), Root(b));
        if (rootA < rootB)
        {
            _parent[rootB] = rootA;
        }
        else
        {
            _parent[rootA] = rootB;
        }
    }

    private long Root(long node)
    {
        while (_parent[node] != node)
        {
            _parent[node] = _parent[_parent[node]];
            node = _parent[node];
        }

        return node;
    }
}
