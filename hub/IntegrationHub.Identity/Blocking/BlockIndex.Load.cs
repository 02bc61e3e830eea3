namespace IntegrationHub.Identity.Blocking;

/// <content>Filling an empty index with many records at once, both cores.</content>
internal sealed partial class BlockIndex
{
    private const int ParallelMin = 10_000;
    private const int KeysPerRecord = 16;

    /// <summary>Files records in an empty index: the same blocks as adding one by one and settling.</summary>
    public void Load(ReadOnlyMemory<int> added)
    {
        var lists = TwoCores.InParts(added.Length, ParallelMin, (from, to) =>
        {
            var list = new PostingList((to - from) * KeysPerRecord);
            var keys = _records.NewKeys();
            foreach (var record in added.Span[from..to])
            {
                foreach (var key in keys.Of(record))
                {
                    list.Add(key, record);
                }
            }

            return list;
        });
        var atoms = new AtomTable(_records, added);
        for (var depth = 0; depth <= BlockKey.DepthMax; depth++)
        {
            var blocks = FlatBlocks.Build(lists);
            _table.Load(depth, blocks);
            if (depth < BlockKey.DepthMax)
            {
                lists = SplitLarge(blocks, atoms);
            }
            else
            {
                OpenWindows(blocks);
            }
        }
    }

    private PostingList[] SplitLarge(FlatBlocks blocks, AtomTable atoms)
    {
        var parts = TwoCores.InParts(blocks.Length, ParallelMin, (from, to) =>
        {
            var (split, list) = (new List<ulong>(), new PostingList(0));
            Span<ulong> refined = stackalloc ulong[RefiningAtoms.Count];
            for (var start = blocks.NextBlock(from); start < to;)
            {
                var (key, end) = (blocks.Key(start), blocks.End(start));
                if (_rule.IsOversized(key, end - start))
                {
                    split.Add(key);
                    foreach (var record in blocks.Records(start, end))
                    {
                        foreach (var sub in refined[..Refine(atoms.Of(record), key, refined)])
                        {
                            list.Add(sub, record);
                        }
                    }
                }

                start = end;
            }

            return (split, list);
        });
        foreach (var (split, _) in parts)
        {
            foreach (var key in split)
            {
                _split.Add(key);
                _largest.Note(key, _table.Count(key));
            }
        }

        return Array.ConvertAll(parts, static part => part.list);
    }

    private void OpenWindows(FlatBlocks blocks)
    {
        var keys = new List<ulong>();
        for (var start = 0; start < blocks.Length;)
        {
            var (key, end) = (blocks.Key(start), blocks.End(start));
            if (_rule.IsOversized(key, end - start))
            {
                keys.Add(key);
                _largest.Note(key, end - start);
            }

            start = end;
        }

        foreach (var (key, members) in TwoCores.InParts(keys.Count, ParallelMin / 100, (from, to) => keys[from..to].ConvertAll(key => (key, SortedMembers(key)))).SelectMany(part => part))
        {
            _windows[key] = members;
        }
    }
}
