namespace IntegrationHub.Identity.Blocking;

/// <summary>Lists the records that share a key with one record, each once. One per thread.</summary>
internal sealed class CandidateFinder(BlockIndex index, IBlockedRecords records)
{
    private readonly IRecordKeys _keys = records.NewKeys();
    private readonly Comparer<int> _byContent = Comparer<int>.Create(records.CompareByContent);
    private int[] _found = new int[64];
    private int _count;
    private int[] _seenAt = [];
    private int _search;
    private int _after;

    /// <summary>Finds the candidates of a record; the span is valid until the next call.</summary>
    /// <param name="record">The record.</param>
    /// <param name="slotCount">One more than the largest record.</param>
    /// <param name="after">Only larger records are wanted; -1 for all.</param>
    public ReadOnlySpan<int> Find(int record, int slotCount, int after = -1)
    {
        Start(record, slotCount, after);
        foreach (var key in _keys.Of(record))
        {
            AddBlock(record, key);
        }

        return _found.AsSpan(0, _count);
    }

    /// <summary>Finds the candidates of a record that are larger; the span is valid until the next call.</summary>
    /// <param name="record">The record.</param>
    /// <param name="slotCount">One more than the largest record.</param>
    /// <param name="members">Where they stand.</param>
    public ReadOnlySpan<int> FindLater(int record, int slotCount, LaterMembers members)
    {
        Start(record, slotCount, after: record);
        var parts = members.CountOf(record);
        for (var part = 0; part < parts; part++)
        {
            foreach (var other in members.Part(record, part))
            {
                AddNew(other);
            }
        }

        return _found.AsSpan(0, _count);
    }

    private void Start(int record, int slotCount, int after)
    {
        if (_seenAt.Length < slotCount)
        {
            Array.Resize(ref _seenAt, Math.Max(slotCount, _seenAt.Length * 2));
        }

        if (_search == int.MaxValue)
        {
            Array.Clear(_seenAt);
            _search = 0;
        }

        _count = 0;
        _after = after;
        _seenAt[record] = ++_search;
    }

    private void AddBlock(int record, ulong key)
    {
        if (index.IsSplit(key))
        {
            Span<ulong> refined = stackalloc ulong[RefiningAtoms.Count];
            foreach (var sub in refined[..index.Refine(record, key, refined)])
            {
                AddBlock(record, sub);
            }
        }
        else if (index.WindowCount > 0 && BlockKey.Depth(key) == BlockKey.DepthMax && index.TryGetWindow(key, out var members))
        {
            AddNeighbours(members, record);
        }
        else
        {
            AddMembers(key);
        }
    }

    private void AddMembers(ulong key)
    {
        var flat = index.Table.Flat(key);
        var at = flat.Find(key);
        if (at >= 0)
        {
            do
            {
                AddNew(flat.Record(at++));
            }
            while (at < flat.Length && flat.Key(at) == key);
        }

        var delta = index.Table.Delta;
        for (var posting = delta.First(key); posting != 0; posting = delta.Next(posting))
        {
            AddNew(delta.Record(posting));
        }
    }

    private void AddNeighbours(int[] members, int record)
    {
        var at = Array.BinarySearch(members, record, _byContent);
        for (var i = Math.Max(0, at - BlockIndex.WindowRadius); at >= 0 && i <= Math.Min(members.Length - 1, at + BlockIndex.WindowRadius); i++)
        {
            AddNew(members[i]);
        }
    }

    // Postings struck out are negative, and so never after any record.
    private void AddNew(int record)
    {
        if (record <= _after || _seenAt[record] == _search)
        {
            return;
        }

        _seenAt[record] = _search;
        if (_count == _found.Length)
        {
            Array.Resize(ref _found, _count * 2);
        }

        _found[_count++] = record;
    }
}
