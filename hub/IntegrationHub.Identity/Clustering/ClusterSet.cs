namespace IntegrationHub.Identity.Clustering;

/// <summary>Clusters of one component while they grow: members by place, sorted.</summary>
internal sealed class ClusterSet
{
    private int[][] _members = [];
    private int[] _clusterOf = [];

    public void Start(int count)
    {
        if (_members.Length < count)
        {
            _members = new int[count][];
            _clusterOf = new int[count];
        }

        for (var i = 0; i < count; i++)
        {
            _members[i] = [i];
            _clusterOf[i] = i;
        }
    }

    public int ClusterOf(int member) => _clusterOf[member];

    public int[] Members(int cluster) => _members[cluster];

    public bool IsCluster(int place) => _clusterOf[place] == place;

    /// <summary>Joins two clusters; the one with the smaller first member lends its number.</summary>
    public int Join(int a, int b)
    {
        var (target, source) = a < b ? (a, b) : (b, a);
        var joined = new int[_members[target].Length + _members[source].Length];
        _members[target].CopyTo(joined, 0);
        _members[source].CopyTo(joined, _members[target].Length);
        Array.Sort(joined);
        foreach (var member in _members[source])
        {
            _clusterOf[member] = target;
        }

        _members[target] = joined;
        _members[source] = [];
        return target;
    }
}
