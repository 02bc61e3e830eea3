using System.Numerics;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Blocks as two flat arrays: keys and records, sorted by key and record within small buckets that a key's hash finds at
/// once. Twelve bytes a posting and no object. Built whole; afterwards postings can only be struck out and taken back.
/// </summary>
internal sealed partial class FlatBlocks
{
    private const int LinearMax = 16;

    private readonly ulong[] _keys;
    private readonly int[] _records;
    private readonly int[] _starts;
    private readonly int _shift;
    private readonly Dictionary<ulong, int> _struckOf = [];

    private FlatBlocks(ulong[] keys, int[] records, int[] starts)
    {
        (_keys, _records, _starts) = (keys, records, starts);
        _shift = ShiftOf(starts);
    }

    public static FlatBlocks Empty { get; } = new([], [], new int[3]);

    /// <summary>Gets the number of postings, struck out ones included.</summary>
    public int Length => _keys.Length;

    /// <summary>Gets the number of postings struck out.</summary>
    public int Struck { get; private set; }

    public ulong Key(int position) => _keys[position];

    /// <summary>Gives the record of a posting; negative when it is struck out.</summary>
    public int Record(int position) => _records[position];

    /// <summary>Gives the records of a range of postings; those struck out are negative.</summary>
    public ReadOnlySpan<int> Records(int start, int end) => _records.AsSpan(start, end - start);

    /// <summary>Asks for the record of a posting, which is read soon.</summary>
    public void Prefetch(int position) => Identity.Prefetch.Line(ref _records[position]);

    /// <summary>Finds the first posting of a key.</summary>
    /// <returns>Its position, or -1.</returns>
    public int Find(ulong key)
    {
        var bucket = Bucket(key, _shift);
        var (at, end) = (_starts[bucket], _starts[bucket + 1]);
        if (end - at > LinearMax)
        {
            at = LowerBound(key, at, end);
        }

        while (at < end && _keys[at] < key)
        {
            at++;
        }

        return at < end && _keys[at] == key ? at : -1;
    }

    /// <summary>Finds the first block that starts at a position or after it.</summary>
    public int NextBlock(int position) =>
        position == 0 || position >= _keys.Length || _keys[position] != _keys[position - 1] ? position : End(position);

    /// <summary>Finds the end of the postings of one key.</summary>
    public int End(int start)
    {
        var key = _keys[start];
        var step = 1;
        var end = start + 1;
        while (end < _keys.Length && _keys[end] == key)
        {
            start = end;
            end += step;
            step *= 2;
        }

        // The last equal posting lies from start on, the first other one at or before end.
        end = Math.Min(end, _keys.Length);
        while (end - start > 1)
        {
            var middle = start + ((end - start) / 2);
            (start, end) = _keys[middle] == key ? (middle, end) : (start, middle);
        }

        return end;
    }

    /// <summary>Counts the records under a key.</summary>
    public int Count(ulong key)
    {
        var start = Find(key);
        return start < 0 ? 0 : End(start) - start - (Struck == 0 ? 0 : _struckOf.GetValueOrDefault(key));
    }

    /// <summary>Takes a record out of a block.</summary>
    /// <returns>Whether it was in it.</returns>
    public bool Strike(int record, ulong key)
    {
        var at = Find(key, record);
        if (at < 0 || _records[at] < 0)
        {
            return false;
        }

        _records[at] = ~record;
        _struckOf[key] = _struckOf.GetValueOrDefault(key) + 1;
        Struck++;
        return true;
    }

    /// <summary>Takes a record that was struck out back into its block.</summary>
    /// <returns>Whether it had been in it.</returns>
    public bool TakeBack(int record, ulong key)
    {
        var at = Struck == 0 ? -1 : Find(key, record);
        if (at < 0 || _records[at] >= 0)
        {
            return false;
        }

        _records[at] = record;
        _struckOf[key]--;
        Struck--;
        return true;
    }

    private static int ShiftOf(int[] starts) => 64 - BitOperations.Log2((uint)starts.Length - 1);

    /// <summary>Gives the bucket of a key: the first bits of its hash.</summary>
    public static int Bucket(ulong key, int shift) => (int)((key * 0x9E3779B97F4A7C15) >> shift);

    private int LowerBound(ulong key, int start, int end)
    {
        while (end > start)
        {
            var middle = start + ((end - start) / 2);
            (start, end) = _keys[middle] < key ? (middle + 1, end) : (start, middle);
        }

        return start;
    }

    private int Find(ulong key, int record)
    {
        var start = Find(key);
        if (start < 0)
        {
            return -1;
        }

        var (low, high) = (start, End(start));
        var end = high;
        while (high > low)
        {
            var middle = low + ((high - low) / 2);
            var held = _records[middle] < 0 ? ~_records[middle] : _records[middle];
            (low, high) = held < record ? (middle + 1, high) : (low, middle);
        }

        return low < end && (_records[low] == record || _records[low] == ~record) ? low : -1;
    }
}
