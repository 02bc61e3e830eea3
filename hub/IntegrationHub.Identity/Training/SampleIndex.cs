using System.Numerics;
using System.Runtime.InteropServices;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// The blocks that sampled records lie in, with all their members: one pass over the records, no index of everything. Of
/// a large block a fixed number of members is kept, chosen by hash. Every sampled record's default keys are known, and of
/// the first ones all that could be chosen.
/// </summary>
internal sealed class SampleIndex
{
    private const int MembersMaxOfAll = 64;
    private const int WideMax = 5_000;
    private const int KeyFilterBits = 24;
    private const int AtomFilterBits = 21;

    private readonly TrainingRecords _records;
    private readonly int _membersMax;
    private readonly ulong[] _keys;
    private readonly int[] _blocks;
    private readonly int _mask;

    // Most keys of most records are no sampled record's, and most have an atom already that is none.
    private readonly HashFilter _knownKeys = new(KeyFilterBits);
    private readonly HashFilter _knownAtoms = new(AtomFilterBits);
    private readonly int[] _starts;
    private readonly int[] _members;
    private readonly int[] _sizes;

    /// <summary>Indexes.</summary>
    /// <param name="records">All records.</param>
    /// <param name="sample">The sampled ones, in an order of hashes.</param>
    /// <param name="thinning">Of so many records one is looked at, by the same hash as the sampled ones; 1 for all.</param>
    public SampleIndex(TrainingRecords records, int[] sample, double thinning = 1)
    {
        _records = records;
        Thinning = thinning;
        _membersMax = (int)(MembersMaxOfAll / thinning);
        Wide = new ArraySegment<int>(sample, 0, Math.Min(sample.Length, (int)(WideMax * thinning)));
        var parts = TwoCores.InParts(sample.Length, parallelMin: 1_000, (from, to) => KeysOf(sample, from, to));
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, parts.Sum(static part => part.Keys.Count) * 2));
        (_keys, _blocks, _mask) = (new ulong[size], new int[size], size - 1);
        var count = 0;
        foreach (var (keys, atoms) in parts)
        {
            _knownAtoms.AddAll(atoms);
            foreach (var key in keys)
            {
                var at = Find(key);
                if (_keys[at] == 0)
                {
                    (_keys[at], _blocks[at]) = (key, count++);
                    _knownKeys.Add(key);
                }
            }
        }

        var members = Collect();
        _sizes = new int[count];
        foreach (var list in members)
        {
            foreach (var (block, _) in list)
            {
                _sizes[block]++;
            }
        }

        _starts = new int[count + 1];
        for (var block = 0; block < count; block++)
        {
            _starts[block + 1] = _starts[block] + _sizes[block];
        }

        _members = Fill(members, _starts);
        TwoCores.InParts(count, SortMembers);
    }

    /// <summary>Gets the keys that can be chosen; the default ones come first, so their numbers are the same in both plans.</summary>
    public static KeyPlan Catalogue { get; } = KeyPlan.ParseAll(KeyCatalogue.Texts, generic: null);

    /// <summary>Gets of how many records one was looked at, 1 or more.</summary>
    public double Thinning { get; }

    /// <summary>Gets the number of records looked at.</summary>
    public double Population => _records.Count / Thinning;

    /// <summary>Gets the sampled records of which all keys are known.</summary>
    public ArraySegment<int> Wide { get; }

    /// <summary>Makes a reader of keys for one more thread.</summary>
    public KeyBuilder NewBuilder(KeyPlan plan) => new(_records.Words, _records.Values, _records.Names, plan);

    /// <summary>Estimates how many of all records have a key that a sampled record has beside that one.</summary>
    public double OthersOf(ulong key)
    {
        Members(key, out var size);
        return (size - 1) * Thinning;
    }

    /// <summary>Lists who shares a key with a record, in the order in which they are met.</summary>
    /// <param name="slot">The record.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="around">Room, emptied first. By the other's slot: a bit for each number of a shared key, and how many pairs this one stands for, 1 or more.</param>
    public void Around(int slot, ReadOnlySpan<ulong> keys, Dictionary<int, (ulong Keys, float Weight)> around)
    {
        around.Clear();
        foreach (var key in keys)
        {
            var members = Members(key, out var size);
            var weight = Math.Max(1, size / (float)_membersMax);
            foreach (var other in members)
            {
                if (other != slot)
                {
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(around, other, out var isKnown);
                    known = (known.Keys | 1UL << BlockKey.Number(key), isKnown ? Math.Min(known.Weight, weight) : weight);
                    _records.Table.PrefetchPlaces(other);
                }
            }
        }

        // Whoever asks is about to compare the record with all of them.
        foreach (var other in around.Keys)
        {
            _records.Table.PrefetchProfile(other);
        }
    }

    /// <summary>Gives the kept members of the block of a key, and how many members it has in all.</summary>
    private ReadOnlySpan<int> Members(ulong key, out int size)
    {
        var at = Find(key);
        if (_keys[at] == 0)
        {
            size = 0;
            return default;
        }

        var block = _blocks[at];
        size = _sizes[block];
        return _members.AsSpan(_starts[block], Math.Min(size, _membersMax));
    }

    private (List<ulong> Keys, HashFilter Atoms) KeysOf(int[] sample, int from, int to)
    {
        var (all, usual) = (NewBuilder(Catalogue), NewBuilder(KeyPlan.Default));
        var (keys, atoms) = (new List<ulong>((to - from) * 32), new HashFilter(AtomFilterBits));
        for (var i = from; i < to; i++)
        {
            var builder = i < Wide.Count ? all : usual;
            keys.AddRange(builder.Build(_records.Table.Profile(sample[i])));
            builder.Atoms.AddTo(atoms);
        }

        return (keys, atoms);
    }

    private int Find(ulong key)
    {
        var at = (int)StableHash.Mix(key) & _mask;
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & _mask;
        }

        return at;
    }

    private List<(int Block, int Slot)>[] Collect() => _records.InParts(slots =>
    {
        var list = new List<(int, int)>();
        var bound = (ulong)(ulong.MaxValue / Thinning);
        var builder = new KeyBuilder(_records.Words, _records.Values, _records.Names, Catalogue, _knownAtoms);
        foreach (var slot in slots.Where(slot => _records.ChoosingHash(slot) <= bound))
        {
            foreach (var key in builder.Build(_records.Table.Profile(slot)))
            {
                if (_knownKeys.CanContain(key) && Find(key) is var at && _keys[at] != 0)
                {
                    list.Add((_blocks[at], slot));
                }
            }
        }

        return list;
    });

    private static int[] Fill(List<(int Block, int Slot)>[] found, int[] starts)
    {
        var next = starts.AsSpan().ToArray();
        var members = new int[starts[^1]];
        foreach (var list in found)
        {
            foreach (var (block, slot) in list)
            {
                members[next[block]++] = slot;
            }
        }

        return members;
    }

    /// <summary>Puts the members of each block in canonical order; of a large one, those to keep come first.</summary>
    private void SortMembers(int firstBlock, int endBlock)
    {
        var (ranks, hashes) = (Array.Empty<int>(), Array.Empty<ulong>());
        for (var block = firstBlock; block < endBlock; block++)
        {
            var members = _members.AsSpan(_starts[block], _sizes[block]);
            if (ranks.Length < members.Length)
            {
                (ranks, hashes) = (new int[members.Length * 2], new ulong[members.Length * 2]);
            }

            for (var i = 0; i < members.Length; i++)
            {
                ranks[i] = _records.Ranks[members[i]];
            }

            ranks.AsSpan(0, members.Length).Sort(members);
            if (members.Length > _membersMax)
            {
                for (var i = 0; i < members.Length; i++)
                {
                    // Records that say the same have one hash; their place in the canonical order decides between them.
                    hashes[i] = StableHash.Combine(_records.Table.Content(members[i]), (ulong)i);
                }

                hashes.AsSpan(0, members.Length).Sort(members);
            }
        }
    }
}
