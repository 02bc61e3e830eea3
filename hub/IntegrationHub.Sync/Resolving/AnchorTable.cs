namespace IntegrationHub.Sync.Resolving;

/// <summary>The anchor that each record's customer has in the store. Record numbers are given out one after the other, so
/// a plain array by number is far smaller than a dictionary.</summary>
/// <remarks>One writer; who reads at the same time sees the old anchor of a record or the new one.</remarks>
internal sealed class AnchorTable
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;

    private long[]?[] _pages = [];

    /// <summary>Gets the number of records that belong to a customer.</summary>
    internal int Count { get; private set; }

    /// <summary>Finds the anchor of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The anchor; 0 when the record is in no customer of the store.</returns>
    internal long Of(long record)
    {
        var page = (int)(record >> PageBits);
        return page < _pages.Length && _pages[page] is { } anchors ? anchors[record & (PageSize - 1)] : 0;
    }

    /// <summary>Notes where a record belongs.</summary>
    /// <param name="record">The record.</param>
    /// <param name="anchor">The anchor; 0 when it is in no customer any more.</param>
    internal void Set(long record, long anchor)
    {
        var page = (int)(record >> PageBits);
        if (page >= _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(page + 1, _pages.Length * 2));
        }

        ref var slot = ref (_pages[page] ??= new long[PageSize])[record & (PageSize - 1)];
        Count += (anchor == 0 ? 0 : 1) - (slot == 0 ? 0 : 1);
        slot = anchor;
    }

    internal void Clear() => (_pages, Count) = ([], 0);

    /// <summary>Finds the records that belong to one of several anchors.</summary>
    /// <param name="anchors">The anchors.</param>
    /// <param name="records">Takes the records.</param>
    internal void AddMembers(HashSet<long> anchors, HashSet<long> records)
    {
        foreach (var (record, anchor) in All())
        {
            if (anchors.Contains(anchor))
            {
                records.Add(record);
            }
        }
    }

    /// <summary>Lists the records that belong to a customer of the store but to none of the clusters.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <returns>The records, ascending.</returns>
    internal List<long> MissingFrom(IReadOnlyList<long[]> clusters)
    {
        var found = new AnchorTable();
        foreach (var cluster in clusters)
        {
            foreach (var member in cluster)
            {
                found.Set(member, member);
            }
        }

        var missing = new List<long>();
        foreach (var (record, _) in All())
        {
            if (found.Of(record) == 0)
            {
                missing.Add(record);
            }
        }

        return missing;
    }

    /// <summary>Makes a dictionary of it, for comparing.</summary>
    internal Dictionary<long, long> ToDictionary()
    {
        var anchors = new Dictionary<long, long>(Count);
        foreach (var (record, anchor) in All())
        {
            anchors.Add(record, anchor);
        }

        return anchors;
    }

    private IEnumerable<(long Record, long Anchor)> All()
    {
        for (var page = 0; page < _pages.Length; page++)
        {
            for (var i = 0; _pages[page] is { } anchors && i < PageSize; i++)
            {
                if (anchors[i] != 0)
                {
                    yield return (((long)page << PageBits) + i, anchors[i]);
                }
            }
        }
    }
}
