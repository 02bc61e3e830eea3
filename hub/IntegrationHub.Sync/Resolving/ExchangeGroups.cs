namespace IntegrationHub.Sync.Resolving;

/// <summary>Groups new clusters that share an old customer: they exchange records, so they must be written together.</summary>
/// <remarks>Clusters come first and deleted records behind them, each a number from 0. A few numbers per cluster and no
/// object, since a first load has as many groups as customers.</remarks>
internal sealed class ExchangeGroups
{
    private const int None = -1;

    private readonly int[] _parent;
    private readonly int[] _next;
    private readonly bool[] _isFirst;
    private readonly bool[] _isAsBefore;

    private ExchangeGroups(int count)
    {
        _parent = new int[count];
        _next = new int[count];
        _isFirst = new bool[count];
        _isAsBefore = new bool[count];
        for (var node = 0; node < count; node++)
        {
            _parent[node] = node;
        }
    }

    /// <summary>Gets how many clusters and deleted records there are.</summary>
    internal int Count => _parent.Length;

    /// <summary>Groups a resolution's clusters and its deleted records.</summary>
    /// <param name="clusters">The new clusters.</param>
    /// <param name="orphans">The deleted records.</param>
    /// <param name="anchors">The old customer of each record; read before this returns, never after.</param>
    /// <returns>The groups.</returns>
    internal static ExchangeGroups Of(IReadOnlyList<long[]> clusters, List<long> orphans, AnchorTable anchors)
    {
        var groups = new ExchangeGroups(clusters.Count + orphans.Count);
        if (anchors.Count > 0)
        {
            groups.Connect(clusters, orphans, anchors);
        }

        groups.Chain();
        for (var i = 0; i < clusters.Count && anchors.Count > 0; i++)
        {
            groups._isAsBefore[i] = groups._isFirst[i] && groups._next[i] == None && IsWholeOf(clusters[i], anchors);
        }

        return groups;
    }

    /// <summary>Says whether a number is the first of its group; the groups come in the order of these.</summary>
    internal bool IsFirst(int node) => _isFirst[node];

    /// <summary>Gets the next number of the same group, or a negative one at its end.</summary>
    internal int Next(int node) => _next[node];

    /// <summary>Says whether a number is a cluster of the very records that its old customer had.</summary>
    internal bool IsAsBefore(int node) => _isAsBefore[node];

    // Whoever left the old customer would stand in the same group, so its members can only have become more.
    private static bool IsWholeOf(long[] cluster, AnchorTable anchors)
    {
        foreach (var member in cluster)
        {
            if (anchors.Of(member) != cluster[0])
            {
                return false;
            }
        }

        return true;
    }

    private void Connect(IReadOnlyList<long[]> clusters, List<long> orphans, AnchorTable anchors)
    {
        var nodeOfAnchor = new Dictionary<long, int>();
        for (var i = 0; i < clusters.Count; i++)
        {
            foreach (var member in clusters[i])
            {
                Connect(i, anchors.Of(member), nodeOfAnchor);
            }
        }

        for (var i = 0; i < orphans.Count; i++)
        {
            Connect(clusters.Count + i, anchors.Of(orphans[i]), nodeOfAnchor);
        }
    }

    private void Connect(int node, long anchor, Dictionary<long, int> nodeOfAnchor)
    {
        if (anchor != 0 && !nodeOfAnchor.TryAdd(anchor, node))
        {
            _parent[Root(node)] = Root(nodeOfAnchor[anchor]);
        }
    }

    private void Chain()
    {
        var last = new int[Count];
        Array.Fill(last, None);
        for (var node = 0; node < Count; node++)
        {
            var root = Root(node);
            _next[node] = None;
            if (last[root] == None)
            {
                _isFirst[node] = true;
            }
            else
            {
                _next[last[root]] = node;
            }

            last[root] = node;
        }
    }

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            _parent[node] = _parent[_parent[node]];
            node = _parent[node];
        }

        return node;
    }
}
