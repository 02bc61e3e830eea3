namespace IntegrationHub.Identity.Blocking;

/// <summary>Blocks by key: open addressing over flat arrays, postings chained. No object per block or record.</summary>
internal sealed class BlockTable
{
    private const int FirstSize = 1024;

    private int[] _heads = new int[FirstSize];
    private int[] _counts = new int[FirstSize];
    private int _blocks;
    private Posting[] _postings = new Posting[FirstSize];
    private int[] _firstOfRecord = new int[FirstSize];
    private int _postingsUsed = 1;
    private int _free;

    /// <summary>Gets a posting; number 0 ends every chain.</summary>
    public ref readonly Posting this[int posting] => ref _postings[posting];

    public int FirstOfRecord(int record) => record < _firstOfRecord.Length ? _firstOfRecord[record] : 0;

    public int FirstOfBlock(ulong key)
    {
        var slot = Find(key);
        return slot < 0 ? 0 : _heads[slot];
    }

    public int Count(ulong key)
    {
        var slot = Find(key);
        return slot < 0 ? 0 : _counts[slot];
    }

    /// <summary>Adds a record to a block.</summary>
    /// <returns>The size of the block.</returns>
    public int Add(int record, ulong key)
    {
        if ((_blocks + 1) * 4 > _heads.Length * 3)
        {
            Grow();
        }

        if (record >= _firstOfRecord.Length)
        {
            Array.Resize(ref _firstOfRecord, Math.Max(record + 1, _firstOfRecord.Length * 2));
        }

        var posting = Allocate();
        var slot = FindOrFree(key);
        var head = _heads[slot];
        _postings[posting] = new Posting { Key = key, Record = record, NextInBlock = head, NextOfRecord = _firstOfRecord[record] };
        _blocks += head == 0 ? 1 : 0;
        _postings[head].PreviousInBlock = head == 0 ? 0 : posting;
        _heads[slot] = posting;
        _firstOfRecord[record] = posting;
        return ++_counts[slot];
    }

    /// <summary>Takes a record out of one block.</summary>
    /// <returns>The size of the block, or -1 when the record was not in it.</returns>
    public int Remove(int record, ulong key)
    {
        ref var link = ref _firstOfRecord[record];
        while (link != 0 && _postings[link].Key != key)
        {
            link = ref _postings[link].NextOfRecord;
        }

        if (link == 0)
        {
            return -1;
        }

        var posting = link;
        link = _postings[posting].NextOfRecord;
        return Unlink(posting);
    }

    private int Unlink(int posting)
    {
        var (key, next, previous) = (_postings[posting].Key, _postings[posting].NextInBlock, _postings[posting].PreviousInBlock);
        var slot = Find(key);
        if (previous == 0)
        {
            _heads[slot] = next;
        }
        else
        {
            _postings[previous].NextInBlock = next;
        }

        if (next != 0)
        {
            _postings[next].PreviousInBlock = previous;
        }

        _postings[posting].NextInBlock = _free;
        _free = posting;
        var count = --_counts[slot];
        if (count == 0)
        {
            CloseGap(slot);
        }

        return count;
    }

    private int Allocate()
    {
        if (_free != 0)
        {
            var reused = _free;
            _free = _postings[reused].NextInBlock;
            return reused;
        }

        if (_postingsUsed == _postings.Length)
        {
            Array.Resize(ref _postings, checked(_postings.Length + (_postings.Length / 2)));
        }

        return _postingsUsed++;
    }

    private static int Home(ulong key, int size) => (int)((key * 0x9E3779B97F4A7C15) >> 20) & (size - 1);

    private int Find(ulong key)
    {
        var slot = FindOrFree(key);
        return _heads[slot] == 0 ? -1 : slot;
    }

    private int FindOrFree(ulong key)
    {
        var slot = Home(key, _heads.Length);
        while (_heads[slot] != 0 && _postings[_heads[slot]].Key != key)
        {
            slot = (slot + 1) & (_heads.Length - 1);
        }

        return slot;
    }

    /// <summary>Moves later entries of a probe run back, so that no marks of removed blocks are left.</summary>
    private void CloseGap(int gap)
    {
        _blocks--;
        var mask = _heads.Length - 1;
        for (var slot = (gap + 1) & mask; _heads[slot] != 0; slot = (slot + 1) & mask)
        {
            var home = Home(_postings[_heads[slot]].Key, _heads.Length);
            if (((slot - home) & mask) >= ((slot - gap) & mask))
            {
                _heads[gap] = _heads[slot];
                _counts[gap] = _counts[slot];
                gap = slot;
            }
        }

        _heads[gap] = 0;
        _counts[gap] = 0;
    }

    private void Grow()
    {
        var (heads, counts) = (_heads, _counts);
        _heads = new int[heads.Length * 2];
        _counts = new int[heads.Length * 2];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] != 0)
            {
                var slot = FindOrFree(_postings[heads[i]].Key);
                _heads[slot] = heads[i];
                _counts[slot] = counts[i];
            }
        }
    }
}
