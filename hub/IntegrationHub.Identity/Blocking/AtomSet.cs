namespace IntegrationHub.Identity.Blocking;

/// <summary>The atoms of one record by kind, each once. Reused from record to record.</summary>
internal sealed class AtomSet(KeySet? generic)
{
    private const int PerKindMax = 8;

    private readonly ulong[] _atoms = new ulong[AtomKinds.Count * PerKindMax];
    private readonly int[] _counts = new int[AtomKinds.Count];

    public ReadOnlySpan<ulong> this[AtomKind kind] => _atoms.AsSpan((int)kind * PerKindMax, _counts[(int)kind]);

    public void Clear() => Array.Clear(_counts);

    /// <summary>Adds an atom unless it is there, is one of those that say nothing, or its kind has enough.</summary>
    public void Add(AtomKind kind, ulong atom)
    {
        ref var count = ref _counts[(int)kind];
        if (count < PerKindMax && !this[kind].Contains(atom) && generic?.Contains(atom) != true)
        {
            _atoms[((int)kind * PerKindMax) + count++] = atom;
        }
    }

    /// <summary>Adds all atoms to a filter.</summary>
    public void AddTo(HashFilter filter)
    {
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            foreach (var atom in this[(AtomKind)kind])
            {
                filter.Add(atom);
            }
        }
    }

    /// <summary>Takes out the atoms that are not in a filter.</summary>
    public void Keep(HashFilter filter)
    {
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            var atoms = _atoms.AsSpan(kind * PerKindMax, _counts[kind]);
            var kept = 0;
            foreach (var atom in atoms)
            {
                atoms[kept] = atom;
                kept += filter.CanContain(atom) ? 1 : 0;
            }

            _counts[kind] = kept;
        }
    }
}
