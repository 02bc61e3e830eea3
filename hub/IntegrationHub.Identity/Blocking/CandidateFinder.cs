namespace IntegrationHub.Identity.Blocking;

/// <summary>Lists the records that share a key with one record, each once. One per thread.</summary>
internal sealed class CandidateFinder(BlockIndex index, IBlockedRecords records)
{
    private readonly List<int> _found = [];
    private int[] _seenAt = [];
    private int _search;

    /// <summary>Finds the candidates of a record; the span is valid until the next call.</summary>
    public ReadOnlySpan<int> Find(int record, int slotCount)
    {
        if (_seenAt.Length < slotCount)
        {
            Array.Resize(ref _seenAt, Math.Max(slotCount, _seenAt.Length * 2));
        }

        _found.Clear();
        _seenAt[record] = ++_search;
        var table = index.Table;
        for (var posting = table.FirstOfRecord(record); posting != 0; posting = table[posting].NextOfRecord)
        {
            var key = table[posting].Key;
            if (index.SplitCount > 0 && index.IsSplit(key))
            {
                continue;
            }

            if (index.WindowCount > 0 && index.TryGetWindow(key, out var members))
            {
                AddNeighbours(members, record);
                continue;
            }

            // The chain runs both ways from this posting; nobody needs to look the block up.
            for (var other = table[posting].NextInBlock; other != 0; other = table[other].NextInBlock)
            {
                AddNew(table[other].Record);
            }

            for (var other = table[posting].PreviousInBlock; other != 0; other = table[other].PreviousInBlock)
            {
                AddNew(table[other].Record);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
    }

    private void AddNeighbours(int[] members, int record)
    {
        var at = Array.BinarySearch(members, record, Comparer<int>.Create(records.CompareByContent));
        for (var i = Math.Max(0, at - BlockIndex.WindowRadius); at >= 0 && i <= Math.Min(members.Length - 1, at + BlockIndex.WindowRadius); i++)
        {
            AddNew(members[i]);
        }
    }

    private void AddNew(int record)
    {
        if (_seenAt[record] != _search)
        {
            _seenAt[record] = _search;
            _found.Add(record);
        }
    }
}
