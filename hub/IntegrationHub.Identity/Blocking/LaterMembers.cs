using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// For every record, the parts of its blocks that hold larger records. When all pairs of all records are wanted, one walk
/// over the flat blocks replaces building each record's keys again and looking each of them up.
/// </summary>
internal sealed class LaterMembers
{
    private readonly BlockIndex _index;
    private readonly int[] _windowed;
    private readonly int[] _ends;
    private readonly Run[] _runs;

    /// <summary>Walks over the blocks, both cores.</summary>
    /// <param name="index">An index in which nothing changed since it was loaded.</param>
    /// <param name="slotCount">One more than the largest record.</param>
    public LaterMembers(BlockIndex index, int slotCount)
    {
        _index = index;
        _windowed = [.. index.Windows.SelectMany(static window => window)];
        _ends = new int[slotCount];
        var counts = TwoCores.PerWorker(worker => Walk(worker, new int[slotCount], runs: null));
        var sum = 0;
        for (var record = 0; record < slotCount; record++)
        {
            // Each worker's place starts where the one's before ends, and moves on as it is filled.
            foreach (var count in counts)
            {
                (count[record], sum) = (sum, checked(sum + count[record]));
            }

            _ends[record] = sum;
        }

        var runs = new Run[sum];
        TwoCores.PerWorker(worker => Walk(worker, counts[worker], runs));
        _runs = runs;
    }

    /// <summary>Gets the number of parts of a record.</summary>
    public int CountOf(int record) => _ends[record] - StartOf(record);

    /// <summary>Gives one part of a record's blocks; records that are not larger may be among it.</summary>
    public ReadOnlySpan<int> Part(int record, int part)
    {
        var run = _runs[StartOf(record) + part];
        return run.Depth > BlockKey.DepthMax
            ? _windowed.AsSpan(run.Start, run.Count)
            : _index.Table.Flat(run.Depth).Records(run.Start, run.Start + run.Count);
    }

    /// <summary>Asks for the parts of a record's blocks that are looked at soon.</summary>
    public void Prefetch(int record)
    {
        var (start, end) = record < _ends.Length ? (StartOf(record), _ends[record]) : (0, 0);
        foreach (ref readonly var run in _runs.AsSpan(start..end))
        {
            if (run.Depth <= BlockKey.DepthMax)
            {
                _index.Table.Flat(run.Depth).Prefetch(run.Start);
            }
        }
    }

    private int StartOf(int record) => record == 0 ? 0 : _ends[record - 1];

    /// <summary>Counts or writes the parts that lie in one worker's share of the blocks.</summary>
    private int[] Walk(int worker, int[] next, Run[]? runs)
    {
        for (var depth = 0; depth <= BlockKey.DepthMax; depth++)
        {
            WalkBlocks((byte)depth, worker, next, runs);
        }

        if (worker == 0)
        {
            WalkWindows(next, runs);
        }

        return next;
    }

    private void WalkBlocks(byte depth, int worker, int[] next, Run[]? runs)
    {
        var blocks = _index.Table.Flat(depth);
        var (first, last) = TwoCores.PartOf(blocks.Length, worker);
        for (var start = blocks.NextBlock(first); start < last;)
        {
            var end = blocks.End(start);
            if (end - start > 1 && !_index.IsSplit(blocks.Key(start)) && !_index.IsWindow(blocks.Key(start)))
            {
                for (var at = start; at < end - 1; at++)
                {
                    Put(blocks.Record(at), new Run(at + 1, end - at - 1, depth), next, runs);
                }
            }

            start = end;
        }
    }

    private void WalkWindows(int[] next, Run[]? runs)
    {
        var from = 0;
        foreach (var window in _index.Windows)
        {
            for (var i = 0; i < window.Length; i++)
            {
                var (low, high) = (Math.Max(0, i - BlockIndex.WindowRadius), Math.Min(window.Length, i + BlockIndex.WindowRadius + 1));
                Put(window[i], new Run(from + low, high - low, BlockKey.DepthMax + 1), next, runs);
            }

            from += window.Length;
        }
    }

    private static void Put(int record, Run run, int[] next, Run[]? runs)
    {
        if (runs is not null)
        {
            runs[next[record]] = run;
        }

        next[record]++;
    }

    /// <summary>A stretch of postings.</summary>
    /// <param name="Start">Where it starts.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="Depth">The flat blocks it lies in, or one more than the deepest for the windows.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(int Start, int Count, byte Depth);
}
