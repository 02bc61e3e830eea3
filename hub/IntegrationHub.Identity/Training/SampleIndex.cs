using System.Numerics;
using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// The blocks that sampled records lie in, with all their members: one pass over all records, no index of everything. Of
/// a large block a fixed number of members is kept, chosen by hash.
/// </summary>
internal sealed class SampleIndex
{
    private const int MembersMax = 64;

    private readonly ulong[] _keys;
    private readonly int[] _blocks;
    private readonly int _mask;
    private readonly int[] _starts;
    private readonly int[] _members;
    private readonly int[] _sizes;

    public SampleIndex(TrainingRecords records, ReadOnlySpan<int> sample, KeyPlan plan)
    {
        var builder = new KeyBuilder(records.Words, records.Values, records.Names, plan);
        var keys = new List<ulong>(sample.Length * 16);
        foreach (var slot in sample)
        {
            keys.AddRange(builder.Build(records.Table.Profile(slot)));
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Count * 2));
        (_keys, _blocks, _mask) = (new ulong[size], new int[size], size - 1);
        var count = 0;
        foreach (var key in keys)
        {
            var at = Find(key);
            if (_keys[at] == 0)
            {
                (_keys[at], _blocks[at]) = (key, count++);
            }
        }

        var members = Collect(records, plan);
        _sizes = new int[count];
        foreach (var (block, _) in members.SelectMany(m => m))
        {
            _sizes[block]++;
        }

        _starts = new int[count + 1];
        for (var block = 0; block < count; block++)
        {
            _starts[block + 1] = _starts[block] + _sizes[block];
        }

        _members = Fill(members, _starts);
        KeepSome(records);
    }

    /// <summary>Lists who shares a key with a record, in the order in which they are met.</summary>
    /// <param name="slot">The record.</param>
    /// <param name="keys">Its keys.</param>
    /// <returns>By the other's slot: a bit for each number of a shared key, and how many pairs this one stands for, 1 or more.</returns>
    public Dictionary<int, (ulong Keys, float Weight)> Around(int slot, ReadOnlySpan<ulong> keys)
    {
        var around = new Dictionary<int, (ulong Keys, float Weight)>();
        foreach (var key in keys)
        {
            var members = Members(key, out var size);
            var weight = Math.Max(1, size / (float)MembersMax);
            foreach (var other in members)
            {
                if (other != slot)
                {
                    var known = around.GetValueOrDefault(other, (0UL, weight));
                    around[other] = (known.Item1 | 1UL << BlockKey.Number(key), Math.Min(known.Item2, weight));
                }
            }
        }

        return around;
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
        return _members.AsSpan(_starts[block], Math.Min(size, MembersMax));
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

    /// <summary>Finds the members, each worker its range of records; the ranges keep the canonical order.</summary>
    private List<(int Block, int Slot)>[] Collect(TrainingRecords records, KeyPlan plan)
    {
        var workers = Math.Clamp(Environment.ProcessorCount, 1, 2);
        var found = new List<(int, int)>[workers];
        Parallel.For(0, workers, worker =>
        {
            var list = new List<(int, int)>();
            var builder = new KeyBuilder(records.Words, records.Values, records.Names, plan);
            var (from, to) = ((int)((long)records.Count * worker / workers), (int)((long)records.Count * (worker + 1) / workers));
            for (var i = from; i < to; i++)
            {
                foreach (var key in builder.Build(records.Table.Profile(records.Slots[i])))
                {
                    var at = Find(key);
                    if (_keys[at] != 0)
                    {
                        list.Add((_blocks[at], records.Slots[i]));
                    }
                }
            }

            found[worker] = list;
        });
        return found;
    }

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

    private void KeepSome(TrainingRecords records)
    {
        var hashes = Array.Empty<ulong>();
        for (var block = 0; block < _sizes.Length; block++)
        {
            if (_sizes[block] > MembersMax)
            {
                var members = _members.AsSpan(_starts[block], _sizes[block]);
                hashes = hashes.Length < members.Length ? new ulong[members.Length] : hashes;
                for (var i = 0; i < members.Length; i++)
                {
                    // Records that say the same have one hash; their place in the canonical order decides between them.
                    hashes[i] = StableHash.Combine(records.Table.Content(members[i]), (ulong)i);
                }

                hashes.AsSpan(0, members.Length).Sort(members);
            }
        }
    }
}
