namespace IntegrationHub.Identity.Clustering;

/// <summary>
/// The scored pairs worth keeping, always with both records: one flat array, and lists apart for what changed since. A
/// record's list is complete or not known to be; incomplete ones are completed when somebody asks, so that loading a
/// settled store scores nothing.
/// </summary>
internal sealed class EdgeStore
{
    private const int ChangesMin = 4096;
    private const int ChangesShare = 8;

    private readonly Dictionary<int, Edge[]> _changed = [];
    private Edge[] _flat = [];
    private int[] _starts = [0];
    private bool[] _isComplete = new bool[256];

    /// <summary>Gets how many records' lists are complete.</summary>
    public int KnownCount { get; private set; }

    /// <summary>Says whether the list of a record is complete.</summary>
    public bool IsKnown(int slot) => slot < _isComplete.Length && _isComplete[slot];

    public ReadOnlySpan<Edge> Of(int slot)
    {
        if (_changed.Count > 0 && _changed.TryGetValue(slot, out var changed))
        {
            return changed;
        }

        return slot < _starts.Length - 1 ? _flat.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]) : default;
    }

    /// <summary>Forgets a record's list, with its ends at other records.</summary>
    public void Forget(int slot)
    {
        if (!IsKnown(slot) && Of(slot).IsEmpty)
        {
            return;
        }

        foreach (var edge in Of(slot))
        {
            _changed[edge.Other] = Without(Of(edge.Other), slot);
        }

        _changed[slot] = [];
        MarkComplete(slot, isComplete: false);
    }

    public void ForgetAll()
    {
        _changed.Clear();
        (_flat, _starts) = ([], [0]);
        Array.Clear(_isComplete);
        KnownCount = 0;
    }

    /// <summary>Makes the lists of the asked records complete from the pairs found for them.</summary>
    /// <param name="asked">The records asked for; none of their lists is complete.</param>
    /// <param name="pairs">The pairs found, each once, with at least one asked record.</param>
    /// <param name="slotCount">One more than the largest slot.</param>
    public void Complete(SlotSet asked, IReadOnlyList<List<ScoredPair>> pairs, int slotCount)
    {
        if (_isComplete.Length < slotCount)
        {
            Array.Resize(ref _isComplete, Math.Max(slotCount, _isComplete.Length * 2));
        }

        if (_flat.Length == 0 && _changed.Count == 0)
        {
            Load(pairs, slotCount);
        }
        else
        {
            Change(asked, pairs);
            Compact(slotCount);
        }

        foreach (var slot in asked.Slots)
        {
            MarkComplete(slot, isComplete: true);
        }
    }

    /// <summary>Says whether two lists hold the same edges, in whatever order.</summary>
    public static bool AreSame(ReadOnlySpan<Edge> x, ReadOnlySpan<Edge> y)
    {
        if (x.Length != y.Length)
        {
            return false;
        }

        foreach (var edge in x)
        {
            // A pair has one score, unless one of the two changed; and a list holds a record once.
            var at = IndexOf(y, edge.Other);
            if (at < 0 || y[at].Bits != edge.Bits || y[at].IsWalled != edge.IsWalled)
            {
                return false;
            }
        }

        return true;
    }

    private static Edge[] Without(ReadOnlySpan<Edge> edges, int slot)
    {
        var kept = new Edge[edges.Length];
        var count = 0;
        foreach (var edge in edges)
        {
            kept[count] = edge;
            count += edge.Other == slot ? 0 : 1;
        }

        return kept[..count];
    }

    private static int IndexOf(ReadOnlySpan<Edge> edges, int slot)
    {
        for (var i = 0; i < edges.Length; i++)
        {
            if (edges[i].Other == slot)
            {
                return i;
            }
        }

        return -1;
    }

    private void MarkComplete(int slot, bool isComplete)
    {
        KnownCount += (isComplete ? 1 : 0) - (_isComplete[slot] ? 1 : 0);
        _isComplete[slot] = isComplete;
    }

    private void Load(IReadOnlyList<List<ScoredPair>> pairs, int slotCount)
    {
        var starts = new int[slotCount + 1];
        foreach (var list in pairs)
        {
            foreach (var pair in list)
            {
                starts[pair.A]++;
                starts[pair.B]++;
            }
        }

        var sum = 0;
        for (var slot = 0; slot <= slotCount; slot++)
        {
            sum = checked(sum + starts[slot]);
            starts[slot] = sum;
        }

        // Filling each list from its end leaves every start where it belongs.
        var flat = new Edge[sum];
        foreach (var list in pairs)
        {
            foreach (var pair in list)
            {
                flat[--starts[pair.A]] = new Edge(pair.B, pair.Bits, pair.IsWalled);
                flat[--starts[pair.B]] = new Edge(pair.A, pair.Bits, pair.IsWalled);
            }
        }

        (_flat, _starts) = (flat, starts);
    }

    private void Change(SlotSet asked, IReadOnlyList<List<ScoredPair>> pairs)
    {
        foreach (var slot in asked.Slots)
        {
            _changed[slot] = [];
        }

        var ends = new List<ScoredPair>();
        foreach (var list in pairs)
        {
            foreach (var pair in list)
            {
                ends.Add(pair);
                ends.Add(new ScoredPair(pair.B, pair.A, pair.Bits, pair.IsWalled));
            }
        }

        ends.Sort(static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        for (var start = 0; start < ends.Count;)
        {
            var slot = ends[start].A;
            var held = Of(slot);
            var grown = new List<Edge>(held.Length + 4);
            grown.AddRange(held);
            for (; start < ends.Count && ends[start].A == slot; start++)
            {
                if (IndexOf(held, ends[start].B) < 0)
                {
                    grown.Add(new Edge(ends[start].B, ends[start].Bits, ends[start].IsWalled));
                }
            }

            _changed[slot] = [.. grown];
        }
    }

    private void Compact(int slotCount)
    {
        if (_changed.Count < ChangesMin || _changed.Count * ChangesShare < slotCount)
        {
            return;
        }

        var starts = new int[slotCount + 1];
        for (var slot = 0; slot < slotCount; slot++)
        {
            starts[slot + 1] = checked(starts[slot] + Of(slot).Length);
        }

        var flat = new Edge[starts[slotCount]];
        for (var slot = 0; slot < slotCount; slot++)
        {
            Of(slot).CopyTo(flat.AsSpan(starts[slot]));
        }

        (_flat, _starts) = (flat, starts);
        _changed.Clear();
    }
}
