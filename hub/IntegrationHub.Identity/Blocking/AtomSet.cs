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
}
