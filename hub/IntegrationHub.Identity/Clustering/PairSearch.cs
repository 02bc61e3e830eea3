using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Clustering;

/// <summary>Finds and scores the candidate pairs of many records at once, on up to two cores.</summary>
internal sealed class PairSearch(RecordTable records, BlockIndex index, IBlockedRecords blocked, EdgeStore edges, float reviewBits)
{
    private const int ChunkSize = 128;
    private const int LargeChunkSize = 16_384;
    private const int LargeChunksMin = 16;
    private const int GroupedMin = 8_192;
    private const int BatchMax = 500_000;
    private const int SmallBatch = 64;
    private const int RecordsAhead = 3;

    private readonly CandidateFinder[] _finders =
        [.. Enumerable.Range(0, TwoCores.Workers).Select(_ => new CandidateFinder(index, blocked))];

    private readonly SlotSet _asked = new();
    private LaterMembers? _later;
    private long _candidates;

    /// <summary>Gets or sets the pairs proposed and scored since the counter was reset.</summary>
    public long CandidatePairs
    {
        get => _candidates;
        set => _candidates = value;
    }

    /// <summary>Makes the lists of these records whole; none of them is known before.</summary>
    public void Complete(int[] slots, Action<int>? onDone, CancellationToken cancellationToken)
    {
        _asked.Clear();
        foreach (var slot in slots)
        {
            _asked.Add(slot);
        }

        _later = slots.Length > SmallBatch && slots.Length == records.Count && index.Table.IsFlat
            ? new LaterMembers(index, records.SlotsUsed)
            : null;
        var workers = slots.Length <= SmallBatch ? 1 : _finders.Length;
        var found = new List<ScoredPair>[workers];
        var chunkSize = _later is null ? ChunkSize : Math.Clamp(slots.Length / (workers * LargeChunksMin), ChunkSize, LargeChunkSize);
        var next = 0;
        void Work(int worker)
        {
            found[worker] = [];
            var pairs = new PairBatch();
            for (var start = Next(ref next, chunkSize); start < slots.Length && !cancellationToken.IsCancellationRequested; start = Next(ref next, chunkSize))
            {
                var end = Math.Min(slots.Length, start + chunkSize);
                SearchChunk(_finders[worker], slots.AsSpan(start..end), pairs, found[worker]);
                onDone?.Invoke(end - start);
            }
        }

        if (workers == 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        }

        _later = null;
        cancellationToken.ThrowIfCancellationRequested();
        edges.Complete(_asked, found, records.SlotsUsed);
    }

    /// <summary>Lists the records that keys pair with one and that score at least as said.</summary>
    public void FindLinked(int slot, float bitsMin, SlotSet output)
    {
        foreach (var other in _finders[0].Find(slot, records.SlotsUsed))
        {
            if (records.Reaches(slot, other, bitsMin, out _, out _))
            {
                output.Add(other);
            }
        }
    }

    public bool IsCandidate(int slot, int other) => _finders[0].Find(slot, records.SlotsUsed).Contains(other);

    private static int Next(ref int next, int chunkSize) => Interlocked.Add(ref next, chunkSize) - chunkSize;

    private void SearchChunk(CandidateFinder finder, ReadOnlySpan<int> slots, PairBatch pairs, List<ScoredPair> found)
    {
        foreach (var slot in slots)
        {
            _later?.Prefetch(slot + RecordsAhead);
            var others = _later is null ? finder.Find(slot, records.SlotsUsed) : finder.FindLater(slot, records.SlotsUsed, _later);
            foreach (var other in others)
            {
                // A pair of two asked records is scored once, by the smaller slot.
                if (other > slot || !_asked.Contains(other))
                {
                    pairs.Add(slot, other);
                }
            }

            // Crowded blocks could fill the memory before the chunk is through.
            if (pairs.Count > BatchMax)
            {
                Score(pairs, found);
            }
        }

        Score(pairs, found);
    }

    private void Score(PairBatch pairs, List<ScoredPair> found)
    {
        Interlocked.Add(ref _candidates, pairs.Count);
        if (pairs.Count > GroupedMin)
        {
            pairs.GroupByOther(records.SlotsUsed);
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            var (far, near) = (Math.Min(i + RecordTable.PlacesAhead, pairs.Count - 1), Math.Min(i + RecordTable.ProfilesAhead, pairs.Count - 1));
            records.PrefetchPlaces(pairs.Slot(far));
            records.PrefetchPlaces(pairs.Other(far));
            records.PrefetchProfile(pairs.Slot(near));
            records.PrefetchProfile(pairs.Other(near));
            if (records.Reaches(pairs.Slot(i), pairs.Other(i), reviewBits, out var bits, out var walls))
            {
                found.Add(new ScoredPair(pairs.Slot(i), pairs.Other(i), bits, walls != Walls.None));
            }
        }

        pairs.Clear();
    }
}
