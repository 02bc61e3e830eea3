using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <summary>The scores within one component, each computed at most once, pairs that no key proposed on demand.</summary>
internal sealed class CrossScores(RecordTable records, DecisionBook decisions, HashSet<int> deduplicatedSources)
{
    private const int DenseMax = 256;

    private Dictionary<long, (float Bits, Walls Walls)> _sparse = [];
    private float[] _dense = [];
    private Walls[] _denseWalls = [];
    private int[] _members = [];

    /// <summary>Gets how many pairs were scored.</summary>
    public long Scored { get; private set; }

    /// <summary>Starts a component.</summary>
    /// <param name="members">Its records in canonical order.</param>
    public void Start(int[] members)
    {
        _members = members;
        _sparse = _sparse.Count == 0 ? _sparse : [];
        if (members.Length <= DenseMax)
        {
            var size = members.Length * members.Length;
            if (_dense.Length < size)
            {
                _dense = new float[size];
                _denseWalls = new Walls[size];
            }

            _dense.AsSpan(0, size).Fill(float.NaN);
        }
    }

    /// <summary>Takes over a score that the search for pairs found, unless walls stand there: those must be told apart.</summary>
    public void Know(int a, int b, in Edge edge)
    {
        if (edge.IsWalled)
        {
            return;
        }

        var walls = OuterWalls(a, b);
        if (_members.Length > DenseMax)
        {
            _sparse[((long)a << 32) | (uint)b] = (edge.Bits, walls);
            return;
        }

        var cell = (a * _members.Length) + b;
        (_dense[cell], _denseWalls[cell]) = (edge.Bits, walls);
    }

    /// <summary>Gives the score of two members, by their places, and what stands between them.</summary>
    public float Get(int a, int b, out Walls walls)
    {
        (a, b) = a < b ? (a, b) : (b, a);
        if (_members.Length > DenseMax)
        {
            return GetSparse(a, b, out walls);
        }

        var cell = (a * _members.Length) + b;
        if (float.IsNaN(_dense[cell]))
        {
            _dense[cell] = Compute(a, b, out _denseWalls[cell]);
        }

        walls = _denseWalls[cell];
        return _dense[cell];
    }

    /// <summary>Says what, besides values, keeps two members apart.</summary>
    public Walls OuterWalls(int a, int b)
    {
        var (slotA, slotB) = (_members[a], _members[b]);
        var walls = decisions.IsNever(records.Id(slotA), records.Id(slotB)) ? Walls.Decision : Walls.None;
        return records.Source(slotA) == records.Source(slotB) && deduplicatedSources.Contains(records.Source(slotA))
            ? walls | Walls.DeduplicatedSource
            : walls;
    }

    private float GetSparse(int a, int b, out Walls walls)
    {
        var key = ((long)a << 32) | (uint)b;
        if (!_sparse.TryGetValue(key, out var found))
        {
            found.Bits = Compute(a, b, out found.Walls);
            _sparse[key] = found;
        }

        walls = found.Walls;
        return found.Bits;
    }

    private float Compute(int a, int b, out Walls walls)
    {
        Scored++;
        var bits = records.Score(_members[a], _members[b], out walls);
        walls |= OuterWalls(a, b);
        return bits;
    }
}
