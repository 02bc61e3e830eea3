namespace IntegrationHub.Identity.Clustering;

/// <summary>Finds the connected components, over links and people's "always", that changed records lie in.</summary>
internal sealed class ComponentFinder(RecordTable records, EdgeStore edges, DecisionBook decisions, PairSearch search, float threshold)
{
    private int[] _component = [];

    /// <summary>Gets the component a slot was found in by the last call, from 1; 0 if in none.</summary>
    public int ComponentOf(int slot) => slot < _component.Length ? _component[slot] : 0;

    public List<List<int>> Find(IEnumerable<int> seeds, CancellationToken cancellationToken)
    {
        _component = new int[records.SlotsUsed];
        var found = new List<List<int>>();
        var wave = seeds.Where(records.IsLive).Distinct().ToList();
        Reach(wave, cancellationToken);
        foreach (var seed in wave)
        {
            if (_component[seed] == 0)
            {
                found.Add(Walk(seed, found.Count + 1));
            }
        }

        return found;
    }

    /// <summary>Scores outward, wave by wave, until the lists of everybody within reach are known.</summary>
    private void Reach(List<int> seeds, CancellationToken cancellationToken)
    {
        var reached = new HashSet<int>(seeds);
        var wave = seeds;
        while (wave.Count > 0)
        {
            var unknown = wave.Where(slot => !edges.IsKnown(slot)).ToArray();
            if (unknown.Length > 0)
            {
                search.Complete(unknown, null, cancellationToken);
            }

            var next = new List<int>();
            foreach (var slot in wave)
            {
                Visit(slot, other =>
                {
                    if (reached.Add(other))
                    {
                        next.Add(other);
                    }
                });
            }

            wave = next;
        }
    }

    private List<int> Walk(int seed, int number)
    {
        var component = new List<int> { seed };
        _component[seed] = number;
        for (var i = 0; i < component.Count; i++)
        {
            Visit(component[i], other =>
            {
                if (_component[other] == 0)
                {
                    _component[other] = number;
                    component.Add(other);
                }
            });
        }

        return component;
    }

    private void Visit(int slot, Action<int> visit)
    {
        foreach (var edge in edges.Of(slot))
        {
            if (edge.Bits >= threshold)
            {
                visit(edge.Other);
            }
        }

        foreach (var (other, isSame) in decisions.Of(records.Id(slot)))
        {
            if (isSame && records.TryGetSlot(other, out var partner))
            {
                visit(partner);
            }
        }
    }
}
