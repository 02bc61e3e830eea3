namespace IntegrationHub.Identity.Clustering;

/// <summary>Finds the connected components, over links and people's "always", that changed records lie in.</summary>
internal sealed class ComponentFinder(RecordTable records, EdgeStore edges, DecisionBook decisions, PairSearch search, float threshold)
{
    private readonly SlotSet _reached = new();
    private int[] _component = [];
    private int _before;
    private int _last;

    /// <summary>Gets the component a slot was found in by the last call; 0 if in none.</summary>
    public int ComponentOf(int slot) => slot < _component.Length && _component[slot] > _before ? _component[slot] - _before : 0;

    public Components Find(ReadOnlySpan<int> seeds, CancellationToken cancellationToken)
    {
        StartNumbers();
        Reach(seeds, cancellationToken);
        var components = new Components();
        foreach (var seed in seeds)
        {
            if (records.IsLive(seed) && ComponentOf(seed) == 0)
            {
                Walk(seed, components);
            }
        }

        return components;
    }

    // Numbers run on from call to call: those of earlier calls are told by their size, and nothing is cleared.
    private void StartNumbers()
    {
        if (_component.Length < records.SlotsUsed)
        {
            Array.Resize(ref _component, Math.Max(records.SlotsUsed, _component.Length * 2));
        }

        if (_last > int.MaxValue - records.SlotsUsed - 1)
        {
            Array.Clear(_component);
            _last = 0;
        }

        _before = _last;
    }

    /// <summary>Scores outward, wave by wave, until the lists of everybody within reach are known.</summary>
    private void Reach(ReadOnlySpan<int> seeds, CancellationToken cancellationToken)
    {
        if (edges.KnownCount == records.Count)
        {
            return;
        }

        _reached.Clear();
        foreach (var seed in seeds)
        {
            if (records.IsLive(seed))
            {
                _reached.Add(seed);
            }
        }

        for (var done = 0; done < _reached.Count;)
        {
            var end = _reached.Count;
            var unknown = new List<int>();
            foreach (var slot in _reached.Slots[done..end])
            {
                if (!edges.IsKnown(slot))
                {
                    unknown.Add(slot);
                }
            }

            if (unknown.Count > 0)
            {
                search.Complete([.. unknown], null, cancellationToken);
            }

            for (; done < end; done++)
            {
                ReachFrom(_reached.Slots[done]);
            }
        }
    }

    private void ReachFrom(int slot)
    {
        foreach (var edge in edges.Of(slot))
        {
            if (edge.Bits >= threshold)
            {
                _reached.Add(edge.Other);
            }
        }

        if (decisions.IsEmpty)
        {
            return;
        }

        foreach (var (other, isSame) in decisions.Of(records.Id(slot)))
        {
            if (isSame && records.TryGetSlot(other, out var partner))
            {
                _reached.Add(partner);
            }
        }
    }

    private void Walk(int seed, Components components)
    {
        var first = components.Slots.Length;
        Take(seed, ++_last, components);
        for (var i = first; i < components.Slots.Length; i++)
        {
            var slot = components.Slots[i];
            foreach (var edge in edges.Of(slot))
            {
                if (edge.Bits >= threshold)
                {
                    Take(edge.Other, _last, components);
                }
            }

            if (!decisions.IsEmpty)
            {
                TakeDecided(slot, components);
            }
        }

        components.End();
    }

    private void TakeDecided(int slot, Components components)
    {
        foreach (var (other, isSame) in decisions.Of(records.Id(slot)))
        {
            if (isSame && records.TryGetSlot(other, out var partner))
            {
                Take(partner, _last, components);
            }
        }
    }

    private void Take(int slot, int number, Components components)
    {
        if (_component[slot] != number)
        {
            _component[slot] = number;
            components.Add(slot);
        }
    }
}
