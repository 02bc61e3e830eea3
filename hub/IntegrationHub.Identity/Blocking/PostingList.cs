namespace IntegrationHub.Identity.Blocking;

/// <summary>Records under keys, in any order, on the way into <see cref="FlatBlocks"/>.</summary>
internal sealed class PostingList(int capacity)
{
    private ulong[] _keys = new ulong[Math.Max(16, capacity)];
    private int[] _records = new int[Math.Max(16, capacity)];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public ReadOnlySpan<int> Records => _records.AsSpan(0, Count);

    public void Add(ulong key, int record)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, checked(Count + (Count / 2)));
            Array.Resize(ref _records, _keys.Length);
        }

        _keys[Count] = key;
        _records[Count++] = record;
    }
}
