namespace IntegrationHub.Identity.Clustering;

/// <summary>
/// The scored pairs worth keeping, always with both records. A record's list is complete or not known to be; incomplete
/// ones are completed when somebody asks, so that loading a settled store scores nothing.
/// </summary>
internal sealed class EdgeStore
{
    private Edge[]?[] _edges = new Edge[]?[256];
    private bool[] _isComplete = new bool[256];

    /// <summary>Says whether the list of a record is complete.</summary>
    public bool IsKnown(int slot) => slot < _edges.Length && _isComplete[slot];

    public ReadOnlySpan<Edge> Of(int slot) => slot < _edges.Length ? _edges[slot] : default(ReadOnlySpan<Edge>);

    /// <summary>Forgets a record's list, with its ends at other records.</summary>
    public void Forget(int slot)
    {
        if (slot >= _edges.Length)
        {
            return;
        }

        foreach (var edge in Of(slot))
        {
            _edges[edge.Other] = Array.FindAll(_edges[edge.Other]!, e => e.Other != slot);
        }

        _edges[slot] = null;
        _isComplete[slot] = false;
    }

    public void ForgetAll()
    {
        Array.Clear(_edges);
        Array.Clear(_isComplete);
    }

    /// <summary>Makes the lists of the asked records complete from the pairs found for them.</summary>
    /// <param name="slots">The records asked for; none of their lists is complete.</param>
    /// <param name="isAsked">Whether a slot is among them.</param>
    /// <param name="pairs">The pairs found, each once.</param>
    /// <param name="slotCount">One more than the largest slot.</param>
    public void Complete(ReadOnlySpan<int> slots, Func<int, bool> isAsked, IReadOnlyList<List<ScoredPair>> pairs, int slotCount)
    {
        if (_edges.Length < slotCount)
        {
            Array.Resize(ref _edges, Math.Max(slotCount, _edges.Length * 2));
            Array.Resize(ref _isComplete, _edges.Length);
        }

        var counts = new int[slotCount];
        foreach (var list in pairs)
        {
            foreach (var pair in list)
            {
                counts[pair.A]++;
                counts[pair.B] += isAsked(pair.B) ? 1 : 0;
            }
        }

        foreach (var slot in slots)
        {
            _edges[slot] = counts[slot] == 0 ? null : new Edge[counts[slot]];
            _isComplete[slot] = true;
        }

        foreach (var list in pairs)
        {
            foreach (var pair in list)
            {
                _edges[pair.A]![--counts[pair.A]] = new Edge(pair.B, pair.Bits);
                if (isAsked(pair.B))
                {
                    _edges[pair.B]![--counts[pair.B]] = new Edge(pair.A, pair.Bits);
                }
                else
                {
                    AddIfAbsent(pair.B, new Edge(pair.A, pair.Bits));
                }
            }
        }
    }

    private void AddIfAbsent(int slot, Edge edge)
    {
        var others = _edges[slot] ?? [];
        if (!Array.Exists(others, e => e.Other == edge.Other))
        {
            _edges[slot] = [.. others, edge];
        }
    }
}
