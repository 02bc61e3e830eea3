using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Groups new clusters that share an old customer: they exchange records, so they must be written together.</summary>
internal sealed class ExchangeGroups
{
    private readonly Dictionary<long, int> _nodeOfAnchor = [];
    private readonly List<int> _parent = [];

    /// <summary>Groups a resolution's clusters and its deleted records.</summary>
    /// <param name="resolution">The new clusters.</param>
    /// <param name="anchorOf">The old customer of each record; read before this returns, never after.</param>
    /// <param name="pending">The pending records; those in no cluster are the deleted ones.</param>
    /// <returns>The groups, in the order of their first cluster.</returns>
    internal static IReadOnlyList<ExchangeGroup> Of(
        Resolution resolution, Dictionary<long, long> anchorOf, IEnumerable<long> pending) =>
        new ExchangeGroups().Group(resolution, anchorOf, pending);

    private List<ExchangeGroup> Group(
        Resolution resolution, Dictionary<long, long> anchorOf, IEnumerable<long> pending)
    {
        var live = new HashSet<long>();
        foreach (var cluster in resolution.Clusters)
        {
            var node = AddNode();
            foreach (var member in cluster)
            {
                live.Add(member);
                Connect(node, member, anchorOf);
            }
        }

        var orphans = pending.Where(p => !live.Contains(p)).ToList();
        foreach (var orphan in orphans)
        {
            Connect(AddNode(), orphan, anchorOf);
        }

        return Collect(resolution.Clusters, orphans);
    }

    private List<ExchangeGroup> Collect(IReadOnlyList<long[]> clusters, List<long> orphans)
    {
        var groups = new List<ExchangeGroup>(clusters.Count);
        var groupOfRoot = new Dictionary<int, ExchangeGroup>(clusters.Count);
        for (var node = 0; node < _parent.Count; node++)
        {
            var root = Root(node);
            if (!groupOfRoot.TryGetValue(root, out var group))
            {
                groupOfRoot[root] = group = new ExchangeGroup();
                groups.Add(group);
            }

            if (node < clusters.Count)
            {
                group.Clusters.Add(clusters[node]);
            }
            else
            {
                group.Orphans.Add(orphans[node - clusters.Count]);
            }
        }

        return groups;
    }

    private int AddNode()
    {
        _parent.Add(_parent.Count);
        return _parent.Count - 1;
    }

    private void Connect(int node, long record, Dictionary<long, long> anchorOf)
    {
        if (!anchorOf.TryGetValue(record, out var anchor))
        {
            return;
        }

        if (_nodeOfAnchor.TryAdd(anchor, node))
        {
            return;
        }

        _parent[Root(node)] = Root(_nodeOfAnchor[anchor]);
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
