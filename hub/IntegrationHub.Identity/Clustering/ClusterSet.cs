using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Clustering;

/// <summary>Clusters of one component while they grow. A cluster's number is one of its members' places.</summary>
internal sealed class ClusterSet
{
    private readonly List<List<int>> _members = [];
    private int[] _clusterOf = [];
    private int[] _versionOf = [];

    public void Start(int count)
    {
        if (_clusterOf.Length < count)
        {
            _clusterOf = new int[count];
            _versionOf = new int[count];
        }

        for (var i = 0; i < count; i++)
        {
            if (i == _members.Count)
            {
                _members.Add([]);
            }

            _members[i].Clear();
            _members[i].Add(i);
            _clusterOf[i] = i;
            _versionOf[i] = 0;
        }
    }

    public int ClusterOf(int member) => _clusterOf[member];

    /// <summary>Gets the members of a cluster, in an order that follows from how it grew and so from the content alone.</summary>
    public ReadOnlySpan<int> Members(int cluster) => CollectionsMarshal.AsSpan(_members[cluster]);

    /// <summary>Counts the joins of a cluster: what was found out about it holds as long as this stays.</summary>
    public int Version(int cluster) => _versionOf[cluster];

    public bool IsCluster(int place) => _clusterOf[place] == place;

    /// <summary>Joins two clusters; the larger takes in the smaller, so that no record moves often.</summary>
    public void Join(int a, int b)
    {
        var isFirst = _members[a].Count != _members[b].Count ? _members[a].Count > _members[b].Count : a < b;
        var (target, source) = isFirst ? (a, b) : (b, a);
        foreach (var member in _members[source])
        {
            _clusterOf[member] = target;
        }

        _members[target].AddRange(_members[source]);
        _members[source].Clear();
        _versionOf[target]++;
        _versionOf[source]++;
    }
}
