using System.Numerics;

namespace IntegrationHub.Identity.Blocking;

/// <content>Sorting postings into buckets, both cores.</content>
internal sealed partial class FlatBlocks
{
    private const int PostingsPerBucket = 4;
    private const int ParallelMin = 50_000;

    /// <summary>Builds blocks; the same postings give the same arrays in whatever lists and order they come.</summary>
    public static FlatBlocks Build(IReadOnlyList<PostingList> lists)
    {
        var partStarts = PartStarts(lists);
        var count = partStarts[^1];
        if (count == 0)
        {
            return Empty;
        }

        // The buckets of one part lie beside each other: no worker writes where another one does.
        var bucketBits = Math.Max(PostingList.PartBits, BitOperations.Log2((uint)Math.Max(1, count / PostingsPerBucket)));
        var starts = new int[(1 << bucketBits) + 1];
        starts[^1] = count;
        var (keys, records) = (new ulong[count], new int[count]);
        var workers = TwoCores.WorkersFor(count, ParallelMin);
        var buckets = 1 << (bucketBits - PostingList.PartBits);
        Parallel.For(0, workers, worker =>
        {
            for (var part = worker; part < PostingList.Parts; part += workers)
            {
                Scatter(lists, part, partStarts[part], starts.AsSpan(part * buckets, buckets), keys, records);
            }
        });
        return new FlatBlocks(keys, records, starts);
    }

    /// <summary>Adds the postings that are not struck out to a list.</summary>
    public void CopyTo(PostingList list)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_records[i] >= 0)
            {
                list.Add(_keys[i], _records[i]);
            }
        }
    }

    private static int[] PartStarts(IReadOnlyList<PostingList> lists)
    {
        var starts = new int[PostingList.Parts + 1];
        for (var part = 0; part < PostingList.Parts; part++)
        {
            starts[part + 1] = starts[part];
            foreach (var list in lists)
            {
                starts[part + 1] = checked(starts[part + 1] + list.Count(part));
            }
        }

        return starts;
    }

    /// <summary>Puts the postings of one part into its buckets and sorts these.</summary>
    private static void Scatter(IReadOnlyList<PostingList> lists, int part, int start, Span<int> starts, ulong[] keys, int[] records)
    {
        var (first, shift) = (part * starts.Length, 64 - PostingList.PartBits - BitOperations.Log2((uint)starts.Length));
        var next = new int[starts.Length];
        foreach (var list in lists)
        {
            foreach (var key in list.Keys(part))
            {
                next[Bucket(key, shift) - first]++;
            }
        }

        for (var bucket = 0; bucket < next.Length; bucket++)
        {
            starts[bucket] = start;
            (next[bucket], start) = (start, start + next[bucket]);
        }

        foreach (var list in lists)
        {
            var fromKeys = list.Keys(part);
            var fromRecords = list.Records(part);
            for (var i = 0; i < fromKeys.Length; i++)
            {
                var at = next[Bucket(fromKeys[i], shift) - first]++;
                (keys[at], records[at]) = (fromKeys[i], fromRecords[i]);
            }
        }

        for (var bucket = 0; bucket < next.Length; bucket++)
        {
            SortBucket(keys, records, starts[bucket], next[bucket]);
        }
    }

    private static void SortBucket(ulong[] keys, int[] records, int start, int end)
    {
        if (end - start > LinearMax)
        {
            SortLarge(keys, records, start, end);
            return;
        }

        for (var i = start + 1; i < end; i++)
        {
            var (key, record) = (keys[i], records[i]);
            var at = i;
            while (at > start && (keys[at - 1] > key || (keys[at - 1] == key && records[at - 1] > record)))
            {
                keys[at] = keys[at - 1];
                records[at] = records[at - 1];
                at--;
            }

            keys[at] = key;
            records[at] = record;
        }
    }

    private static void SortLarge(ulong[] keys, int[] records, int start, int end)
    {
        Array.Sort(keys, records, start, end - start);
        for (var from = start; from < end;)
        {
            var to = from + 1;
            while (to < end && keys[to] == keys[from])
            {
                to++;
            }

            records.AsSpan(from, to - from).Sort();
            from = to;
        }
    }
}
