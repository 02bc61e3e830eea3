namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Who shares a key with whom. A block above the cap proposes no pairs itself: its records are filed again under the key
/// and one refining atom each, if need be two. What is still too large compares near neighbours by content only. All this
/// is a function of the set of records: it follows every addition and removal, and tells whose pairs changed.
/// </summary>
internal sealed partial class BlockIndex
{
    /// <summary>How many neighbours to either side are compared in a block that stays too large.</summary>
    public const int WindowRadius = 8;

    private readonly BlockTable _table;
    private readonly LargestBlocks _largest;
    private readonly KeySet _split;
    private readonly Dictionary<ulong, int[]> _windows;
    private readonly HashSet<ulong> _unsettled = [];
    private readonly IBlockedRecords _records;
    private readonly SplitRule _rule;
    private readonly IRecordKeys _keys;
    private readonly Comparer<int> _byContent;

    public BlockIndex(IBlockedRecords records, SplitRule rule)
        : this(records, rule, new BlockTable(), largest: null, new KeySet(), [])
    {
    }

    private BlockIndex(
        IBlockedRecords records, SplitRule rule, BlockTable table, LargestBlocks? largest, KeySet split, Dictionary<ulong, int[]> windows)
    {
        (_records, _rule, _table, _split, _windows) = (records, rule, table, split, windows);
        _largest = largest ?? new LargestBlocks(table);
        _keys = records.NewKeys();
        _byContent = Comparer<int>.Create(records.CompareByContent);
    }

    /// <summary>Gives these blocks up for an index of the same records with the same keys, under a rule that splits the same blocks.</summary>
    public BlockIndex ContinueUnder(IBlockedRecords records, SplitRule rule) => new(records, rule, _table, _largest, _split, _windows);

    public BlockTable Table => _table;

    public int SplitCount => _split.Count;

    public int WindowCount => _windows.Count;

    /// <summary>Gets the keys of blocks above the cap.</summary>
    public IEnumerable<ulong> OversizedKeys => _split.Keys.Concat(_windows.Keys);

    /// <summary>Gets the largest of the blocks above the cap.</summary>
    public LargestBlocks Largest => _largest;

    /// <summary>Gets the sorted members of the blocks that are compared by neighbours only.</summary>
    public IReadOnlyCollection<int[]> Windows => _windows.Values;

    public bool IsSplit(ulong key) => _split.Contains(key);

    public bool IsWindow(ulong key) => _windows.Count > 0 && BlockKey.Depth(key) == BlockKey.DepthMax && _windows.ContainsKey(key);

    /// <summary>Gives the sorted members of a block that is compared by neighbours only.</summary>
    public bool TryGetWindow(ulong key, out int[] members) => _windows.TryGetValue(key, out members!);

    /// <summary>Files a record under its keys.</summary>
    public void Add(int record)
    {
        foreach (var key in _keys.Of(record))
        {
            AddOne(record, key);
        }
    }

    /// <summary>Takes a record out of all its blocks. Call while the record still says what it said when it was added.</summary>
    public void Remove(int record)
    {
        foreach (var key in _keys.Of(record))
        {
            RemoveWhole(record, key);
        }
    }

    /// <summary>Splits what grew too large, joins what shrank, and marks the records whose pairs changed by it.</summary>
    public void Settle()
    {
        while (_unsettled.Count > 0)
        {
            var keys = _unsettled.ToArray();
            _unsettled.Clear();
            foreach (var key in keys)
            {
                SettleBlock(key);
            }
        }

        _table.Compact();
    }

    /// <summary>Adds the keys that propose pairs for a record: its own where the block is not split, else its refinements.</summary>
    public void CollectKeys(int record, ICollection<ulong> output)
    {
        foreach (var key in _keys.Of(record))
        {
            CollectKeys(record, key, output);
        }
    }

    /// <summary>Lists the keys of a block's refinements that a record is filed under.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The key of the block.</param>
    /// <param name="refined">Room for <see cref="RefiningAtoms.Count"/> keys.</param>
    /// <returns>How many there are, one at least.</returns>
    public int Refine(int record, ulong key, Span<ulong> refined)
    {
        Span<ulong> atoms = stackalloc ulong[RefiningAtoms.Count];
        _records.WriteAtoms(record, atoms);
        return Refine(atoms, key, refined);
    }

    private static int Refine(ReadOnlySpan<ulong> atoms, ulong key, Span<ulong> refined)
    {
        var count = 0;
        var first = BlockKey.Depth(key) == 0 ? 0 : BlockKey.LastAtom(key) + 1;
        for (var i = first; i < RefiningAtoms.Count; i++)
        {
            if (atoms[i] != 0)
            {
                refined[count++] = BlockKey.Refine(key, i, atoms[i]);
            }
        }

        if (count == 0)
        {
            refined[count++] = BlockKey.Refine(key, RefiningAtoms.NoneIndex, 0);
        }

        return count;
    }

    private void CollectKeys(int record, ulong key, ICollection<ulong> output)
    {
        if (!_split.Contains(key))
        {
            output.Add(key);
            return;
        }

        Span<ulong> refined = stackalloc ulong[RefiningAtoms.Count];
        foreach (var sub in refined[..Refine(record, key, refined)])
        {
            CollectKeys(record, sub, output);
        }
    }

    private void AddOne(int record, ulong key)
    {
        var count = _table.Add(record, key);
        if (_rule.IsOversized(key, count))
        {
            _largest.Note(key, count);
        }

        if (_split.Contains(key))
        {
            AddRefined(record, key);
        }
        else if (!InsertIntoWindow(record, key) && _rule.IsOversized(key, count))
        {
            _unsettled.Add(key);
        }
    }

    private void RemoveOne(int record, ulong key)
    {
        var count = _table.Remove(record, key);
        RemoveFromWindow(record, key);
        if (count >= 0 && !_rule.IsOversized(key, count) && (_split.Contains(key) || _windows.ContainsKey(key)))
        {
            _unsettled.Add(key);
        }
    }

    /// <summary>Files a record in a block that is compared by neighbours only; it comes between some who were in reach.</summary>
    /// <returns>Whether the block is one.</returns>
    private bool InsertIntoWindow(int record, ulong key)
    {
        if (!_windows.TryGetValue(key, out var members))
        {
            return false;
        }

        var at = ~Array.BinarySearch(members, record, _byContent);
        MarkAcross(members, at, at);
        _windows[key] = [.. members.AsSpan(0, at), record, .. members.AsSpan(at)];
        return true;
    }

    private void RemoveFromWindow(int record, ulong key)
    {
        if (!_windows.TryGetValue(key, out var members))
        {
            return;
        }

        var at = Array.BinarySearch(members, record, _byContent);
        if (at >= 0)
        {
            MarkAcross(members, at, at + 1);
            _windows[key] = [.. members.AsSpan(0, at), .. members.AsSpan(at + 1)];
        }
    }

    private void AddRefined(int record, ulong key)
    {
        Span<ulong> refined = stackalloc ulong[RefiningAtoms.Count];
        foreach (var sub in refined[..Refine(record, key, refined)])
        {
            AddOne(record, sub);
        }
    }

    private void RemoveWhole(int record, ulong key)
    {
        if (_split.Contains(key))
        {
            RemoveRefined(record, key);
        }

        RemoveOne(record, key);
    }

    private void RemoveRefined(int record, ulong key)
    {
        Span<ulong> refined = stackalloc ulong[RefiningAtoms.Count];
        foreach (var sub in refined[..Refine(record, key, refined)])
        {
            RemoveWhole(record, sub);
        }
    }

    private void SettleBlock(ulong key)
    {
        var isOversized = _rule.IsOversized(key, _table.Count(key));
        if (BlockKey.Depth(key) == BlockKey.DepthMax)
        {
            SettleWindow(key, isOversized);
        }
        else if (isOversized && _split.Add(key))
        {
            foreach (var member in _table.Members(key))
            {
                _records.MarkReblocked(member);
                AddRefined(member, key);
            }
        }
        else if (!isOversized && _split.Contains(key))
        {
            foreach (var member in _table.Members(key))
            {
                _records.MarkReblocked(member);
                RemoveRefined(member, key);
            }

            _split.Remove(key);
        }
    }

    private void SettleWindow(ulong key, bool isOversized)
    {
        var isChanged = isOversized ? _windows.TryAdd(key, []) : _windows.Remove(key);
        if (!isChanged)
        {
            return;
        }

        foreach (var member in _table.Members(key))
        {
            _records.MarkReblocked(member);
        }

        if (isOversized)
        {
            _windows[key] = SortedMembers(key);
        }
    }

    private int[] SortedMembers(ulong key)
    {
        var members = _table.Members(key);
        Array.Sort(members, _byContent);
        return members;
    }

    /// <summary>Marks the pairs on either side of a place that are out of reach with a record there, and in reach without.</summary>
    private void MarkAcross(int[] members, int before, int after)
    {
        for (var i = Math.Max(0, before - WindowRadius); i < before; i++)
        {
            var other = i - before + WindowRadius + after;
            if (other < members.Length)
            {
                _records.MarkReblocked(members[i], members[other]);
            }
        }
    }
}
