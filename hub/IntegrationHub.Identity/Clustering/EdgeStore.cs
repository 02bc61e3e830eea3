namespace IntegrationHub.Identity.Clustering;

/// <summary>
/// The scored pairs worth keeping, with both records. A record's list is whole or not known at all; unknown ones are
/// found when somebody asks, so that loading a settled store scores nothing.
/// </summary>
internal sealed class EdgeStore
{
    private Edge[]?[] _edges = new Edge[]?[256];

    /// <summary>Says whether the list of a record is whole.</summary>
    public bool IsKnown(int slot) => slot < _edges.Length && _edges[slot] is not null;

    public ReadOnlySpan<Edge> Of(int slot) => slot < _edges.Length ? _edges[slot] : default(ReadOnlySpan<Edge>);

    /// <summary>Forgets a record's list, with its ends at other records.</summary>
    public void Forget(int slot)
    {
        foreach (var edge in Of(slot))
        {
            if (_edges[edge.Other] is { } others)
            {
                _edges[edge.Other] = Array.FindAll(others, e => e.Other != slot);
            }
        }

        if (slot < _edges.Length)
        {
            _edges[slot] = null;
        }
    }

    public void ForgetAll() => Array.Clear(_edges);

    /// <summary>Makes the lists of the asked records whole from the pairs found for them.</summary>
    /// <param name="slots">The records asked for; none of their lists is known.</param>
    /// <param name="isAsked">Whether a slot is among them.</param>
    /// <param name="pairs">The pairs found, each once.</param>
    /// <param name="slotCount">One more than the largest slot.</param>
    public void Complete(ReadOnlySpan<int> slots, Func<int, bool> isAsked, IReadOnlyList<List<ScoredPair>> pairs, int slotCount)
    {
        if (_edges.Length < slotCount)
        {
            Array.Resize(ref _edges, Math.Max(slotCount, _edges.Length * 2));
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
            _edges[slot] = counts[slot] == 0 ? [] : new Edge[counts[slot]];
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
                    AddIfKnown(pair.B, new Edge(pair.A, pair.Bits));
                }
            }
        }
    }

    private void AddIfKnown(int slot, Edge edge)
    {
        if (_edges[slot] is { } known && !Array.Exists(known, e => e.Other == edge.Other))
        {
            _edges[slot] = [.. known, edge];
        }
    }
}
