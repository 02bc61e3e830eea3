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
        var count = 0;
        foreach (var list in lists)
        {
            count = checked(count + list.Count);
        }

        if (count == 0)
        {
            return Empty;
        }

        var buckets = 1 << Math.Max(1, BitOperations.Log2((uint)Math.Max(1, count / PostingsPerBucket)));
        var starts = new int[buckets + 1];
        var (keys, records) = (new ulong[count], new int[count]);
        var workers = count < ParallelMin ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 2);

        // Each worker reads everything and writes only the buckets of its part: no locks, and no order of threads shows.
        Parallel.For(0, workers, worker => CountBuckets(lists, starts, Part(worker, workers, buckets)));
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket + 1] += starts[bucket];
        }

        Parallel.For(0, workers, worker =>
        {
            var (from, to) = Part(worker, workers, buckets);
            Scatter(lists, starts, (from, to), keys, records);
            for (var bucket = from; bucket < to; bucket++)
            {
                SortBucket(keys, records, starts[bucket], starts[bucket + 1]);
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

    private static (int From, int To) Part(int worker, int workers, int count) =>
        ((int)((long)count * worker / workers), (int)((long)count * (worker + 1) / workers));

    private static void CountBuckets(IReadOnlyList<PostingList> lists, int[] starts, (int From, int To) part)
    {
        var shift = ShiftOf(starts);
        foreach (var list in lists)
        {
            foreach (var key in list.Keys)
            {
                var bucket = Bucket(key, shift);
                if (bucket >= part.From && bucket < part.To)
                {
                    starts[bucket + 1]++;
                }
            }
        }
    }

    private static void Scatter(IReadOnlyList<PostingList> lists, int[] starts, (int From, int To) part, ulong[] keys, int[] records)
    {
        var shift = ShiftOf(starts);
        var next = starts.AsSpan(part.From, part.To - part.From).ToArray();
        foreach (var list in lists)
        {
            var from = list.Records;
            for (var i = 0; i < from.Length; i++)
            {
                var key = list.Keys[i];
                var bucket = Bucket(key, shift);
                if (bucket >= part.From && bucket < part.To)
                {
                    var at = next[bucket - part.From]++;
                    keys[at] = key;
                    records[at] = from[i];
                }
            }
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
