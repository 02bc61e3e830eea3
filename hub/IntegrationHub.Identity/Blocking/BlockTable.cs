namespace IntegrationHub.Identity.Blocking;

/// <summary>Blocks by key: flat arrays for what was there when they were built, chains for what came since.</summary>
internal sealed class BlockTable
{
    private const int ChangesMin = 4096;
    private const int ChangesShare = 8;

    private readonly FlatBlocks[] _flat = [FlatBlocks.Empty, FlatBlocks.Empty, FlatBlocks.Empty];
    private DeltaBlocks _delta = new();

    /// <summary>Gets what was added since the flat blocks were built.</summary>
    public DeltaBlocks Delta => _delta;

    /// <summary>Gets whether all is in the flat blocks, nothing added or struck out since they were built.</summary>
    public bool IsFlat => _delta.Length + _flat[0].Struck + _flat[1].Struck + _flat[2].Struck == 0;

    /// <summary>Gives the flat blocks of one depth of refinement.</summary>
    public FlatBlocks Flat(int depth) => _flat[depth];

    /// <summary>Gives the flat blocks that a key would be in.</summary>
    public FlatBlocks Flat(ulong key) => _flat[BlockKey.Depth(key)];

    /// <summary>Sets the flat blocks of one depth of refinement.</summary>
    public void Load(int depth, FlatBlocks blocks) => _flat[depth] = blocks;

    public int Count(ulong key) => Flat(key).Count(key) + _delta.Count(key);

    /// <summary>Adds a record to a block.</summary>
    /// <returns>The size of the block.</returns>
    public int Add(int record, ulong key)
    {
        if (!Flat(key).TakeBack(record, key))
        {
            _delta.Add(record, key);
        }

        return Count(key);
    }

    /// <summary>Takes a record out of one block.</summary>
    /// <returns>The size of the block, or -1 when the record was not in it.</returns>
    public int Remove(int record, ulong key) =>
        Flat(key).Strike(record, key) || _delta.Remove(record, key) ? Count(key) : -1;

    /// <summary>Lists the records of a block.</summary>
    public int[] Members(ulong key)
    {
        var members = new int[Count(key)];
        var count = 0;
        var flat = Flat(key);
        var start = flat.Find(key);
        foreach (var record in start < 0 ? default : flat.Records(start, flat.End(start)))
        {
            if (record >= 0)
            {
                members[count++] = record;
            }
        }

        for (var posting = _delta.First(key); posting != 0; posting = _delta.Next(posting))
        {
            members[count++] = _delta.Record(posting);
        }

        return members;
    }

    /// <summary>Builds the flat blocks anew when much has changed; what is in which block stays.</summary>
    public void Compact()
    {
        var (length, changes) = (0L, (long)_delta.Length);
        foreach (var flat in _flat)
        {
            length += flat.Length;
            changes += flat.Struck;
        }

        if (changes < ChangesMin || changes * ChangesShare < length)
        {
            return;
        }

        for (var depth = 0; depth < _flat.Length; depth++)
        {
            var list = new PostingList(_flat[depth].Length);
            _flat[depth].CopyTo(list);
            _delta.CopyTo(list, depth);
            _flat[depth] = FlatBlocks.Build([list]);
        }

        _delta = new DeltaBlocks();
    }
}
