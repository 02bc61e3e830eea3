using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>Builds the keys of a record as a plan says. One per thread.</summary>
/// <param name="words">The words of names and addresses.</param>
/// <param name="values">The other texts.</param>
/// <param name="names">The names of identifiers.</param>
/// <param name="plan">The keys.</param>
/// <param name="known">When given, only keys of atoms that can be among these are built.</param>
internal sealed class KeyBuilder(WordPool words, TextPool values, FieldNames names, KeyPlan plan, HashFilter? known = null)
{
    private readonly AtomReader _reader = new(words, values, names, plan.Wanted);
    private readonly AtomSet _atoms = new(plan.Generic);
    private readonly ulong[] _parts = new ulong[3];
    private ulong[] _keys = new ulong[64];
    private int _count;

    /// <summary>Gets the atoms of the record whose keys were built last.</summary>
    public AtomSet Atoms => _atoms;

    /// <summary>Builds the keys of a record, each once. The span is valid until the next call.</summary>
    public ReadOnlySpan<ulong> Build(int[] data)
    {
        _reader.Read(data, _atoms);
        if (known is not null)
        {
            _atoms.Keep(known);
        }

        _count = 0;
        for (var number = 1; number <= plan.Count; number++)
        {
            AddAll(number, plan[number], 0, _count);
        }

        return _keys.AsSpan(0, _count);
    }

    private void AddAll(int number, ReadOnlySpan<AtomKind> kinds, int part, int first)
    {
        if (part == kinds.Length)
        {
            Add(BlockKey.Of(number, Combine(_parts, part)), first);
            return;
        }

        foreach (var atom in _atoms[kinds[part]])
        {
            _parts[part] = atom;
            AddAll(number, kinds, part + 1, first);
        }
    }

    // Combined whichever way round: the two names of a person are one key, also when they are swapped.
    private static ulong Combine(ReadOnlySpan<ulong> parts, int count)
    {
        var (a, b) = (parts[0], count > 1 ? parts[1] : 0);
        if (count < 3)
        {
            return StableHash.Combine(Math.Min(a, b), Math.Max(a, b));
        }

        var c = parts[2];
        var (low, high) = (Math.Min(a, Math.Min(b, c)), Math.Max(a, Math.Max(b, c)));
        return StableHash.Combine(StableHash.Combine(low, a ^ b ^ c ^ low ^ high), high);
    }

    private void Add(ulong key, int first)
    {
        if (_keys.AsSpan(first, _count - first).Contains(key))
        {
            return;
        }

        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, _count * 2);
        }

        _keys[_count++] = key;
    }
}
