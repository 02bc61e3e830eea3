namespace IntegrationHub.Identity.Blocking;

/// <summary>Remembers the largest blocks as they grow, so that reporting them looks at no others.</summary>
internal sealed class LargestBlocks(BlockTable table)
{
    private const int KeptMax = 32;

    private readonly List<(ulong Key, int Size)> _kept = new(KeptMax);
    private int _sizeMin;

    /// <summary>Takes note of the size of an oversized block.</summary>
    public void Note(ulong key, int size)
    {
        if (size <= _sizeMin && _kept.Count == KeptMax)
        {
            return;
        }

        var at = _kept.FindIndex(kept => kept.Key == key);
        if (at < 0 && _kept.Count == KeptMax)
        {
            at = _kept.FindIndex(kept => kept.Size == _sizeMin);
        }

        if (at < 0)
        {
            _kept.Add((key, size));
        }
        else
        {
            _kept[at] = (key, size);
        }

        _sizeMin = _kept.Min(static kept => kept.Size);
    }

    /// <summary>Lists the largest blocks with their sizes now, largest first.</summary>
    public IEnumerable<(ulong Key, int Size)> Top(int count) => _kept
        .Select(kept => (kept.Key, Size: table.Count(kept.Key)))
        .OrderByDescending(static block => block.Size).ThenBy(static block => block.Key)
        .Take(count);
}
