namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Records under keys, in any order, on the way into <see cref="FlatBlocks"/>: kept in parts by the hash of the key, so that
/// what is sorted together lies together and fits the processor's cache.
/// </summary>
internal sealed class PostingList
{
    /// <summary>The bits of a key's hash that choose its part.</summary>
    public const int PartBits = 8;

    /// <summary>The number of parts.</summary>
    public const int Parts = 1 << PartBits;

    private const int FirstSize = 16;
    private const double SpareShare = 1.06;

    private readonly Part[] _parts = new Part[Parts];
    private readonly int _firstSize;

    /// <summary>Makes an empty list.</summary>
    /// <param name="capacity">About how many postings will be added.</param>
    public PostingList(int capacity)
    {
        _firstSize = Math.Max(FirstSize, (int)((capacity >> PartBits) * SpareShare));
        Array.Fill(_parts, new Part { Keys = [], Records = [] });
    }

    public int Count(int part) => _parts[part].Count;

    public ReadOnlySpan<ulong> Keys(int part) => _parts[part].Keys.AsSpan(0, _parts[part].Count);

    public ReadOnlySpan<int> Records(int part) => _parts[part].Records.AsSpan(0, _parts[part].Count);

    public void Add(ulong key, int record)
    {
        ref var part = ref _parts[FlatBlocks.Bucket(key, 64 - PartBits)];
        if (part.Count == part.Keys.Length)
        {
            var size = part.Count == 0 ? _firstSize : checked(part.Count + (part.Count / 2));
            Array.Resize(ref part.Keys, size);
            Array.Resize(ref part.Records, size);
        }

        part.Keys[part.Count] = key;
        part.Records[part.Count++] = record;
    }

    private struct Part
    {
        public ulong[] Keys;
        public int[] Records;
        public int Count;
    }
}
