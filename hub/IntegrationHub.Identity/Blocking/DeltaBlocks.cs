using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Blocking;

/// <summary>Blocks of what was added since the flat ones were built: open addressing, postings chained.</summary>
internal sealed class DeltaBlocks
{
    private const int FirstSize = 256;

    private int[] _heads = new int[FirstSize];
    private int[] _counts = new int[FirstSize];
    private int _blocks;
    private Posting[] _postings = new Posting[FirstSize];
    private int _postingsUsed = 1;
    private int _free;

    /// <summary>Gets the number of postings.</summary>
    public int Length { get; private set; }

    public int Record(int posting) => _postings[posting].Record;

    /// <summary>Gives the next posting of a block; 0 ends it.</summary>
    public int Next(int posting) => _postings[posting].Next;

    /// <summary>Gives the first posting of a block, or 0.</summary>
    public int First(ulong key) => Length == 0 ? 0 : _heads[SlotOf(key)];

    public int Count(ulong key) => Length == 0 ? 0 : _counts[SlotOf(key)];

    public void Add(int record, ulong key)
    {
        if ((_blocks + 1) * 4 > _heads.Length * 3)
        {
            Grow();
        }

        var posting = Allocate();
        var slot = SlotOf(key);
        _blocks += _heads[slot] == 0 ? 1 : 0;
        _postings[posting] = new Posting { Key = key, Record = record, Next = _heads[slot] };
        _heads[slot] = posting;
        _counts[slot]++;
        Length++;
    }

    /// <summary>Takes a record out of a block.</summary>
    /// <returns>Whether it was in it.</returns>
    public bool Remove(int record, ulong key)
    {
        var slot = SlotOf(key);
        ref var link = ref _heads[slot];
        while (link != 0 && _postings[link].Record != record)
        {
            link = ref _postings[link].Next;
        }

        if (link == 0)
        {
            return false;
        }

        var posting = link;
        link = _postings[posting].Next;
        _postings[posting] = new Posting { Record = -1, Next = _free };
        _free = posting;
        Length--;
        if (--_counts[slot] == 0)
        {
            CloseGap(slot);
        }

        return true;
    }

    /// <summary>Adds the postings of keys of one depth to a list.</summary>
    public void CopyTo(PostingList list, int depth)
    {
        for (var i = 1; i < _postingsUsed; i++)
        {
            ref readonly var posting = ref _postings[i];
            if (posting.Record >= 0 && BlockKey.Depth(posting.Key) == depth)
            {
                list.Add(posting.Key, posting.Record);
            }
        }
    }

    private static int Home(ulong key, int size) => (int)((key * 0x9E3779B97F4A7C15) >> 20) & (size - 1);

    private int Allocate()
    {
        if (_free != 0)
        {
            var reused = _free;
            _free = _postings[reused].Next;
            return reused;
        }

        if (_postingsUsed == _postings.Length)
        {
            Array.Resize(ref _postings, checked(_postings.Length + (_postings.Length / 2)));
        }

        return _postingsUsed++;
    }

    private int SlotOf(ulong key)
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
                var slot = SlotOf(_postings[heads[i]].Key);
                _heads[slot] = heads[i];
                _counts[slot] = counts[i];
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Posting
    {
        public ulong Key;
        public int Record;
        public int Next;
    }
}
