using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Scoring;
using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// What is learned from: the candidate pairs of sampled records, and pairs taken at random. Both are chosen by hash of the
/// records' content, so that the same records give the same sample in whatever order they came.
/// </summary>
internal sealed class TrainingSample
{
    private const int WholeMax = 30_000;
    private const int RecordsMax = 6_000;
    private const double PopulationMin = 250_000;
    private const double ThinningMax = 4;
    private const int RandomPairs = 120_000;

    private TrainingSample(int[] sampled, SampleIndex index, SampledPair[] pairs, float[] weights, SampledPair[] random)
    {
        (Sampled, Index, Pairs, Weights, Random) = (sampled, index, pairs, weights, random);
    }

    /// <summary>Gets the sampled records' slots.</summary>
    public int[] Sampled { get; }

    /// <summary>Gets who shares a key with them.</summary>
    public SampleIndex Index { get; }

    /// <summary>Gets the candidate pairs of the sampled records.</summary>
    public SampledPair[] Pairs { get; }

    /// <summary>Gets how many pairs each of <see cref="Pairs"/> stands for, 1 or more.</summary>
    public float[] Weights { get; }

    /// <summary>Gets the pairs taken at random.</summary>
    public SampledPair[] Random { get; }

    public static TrainingSample Gather(TrainingRecords records, MatchModel model, ComparisonLayout layout, CancellationToken cancellationToken)
    {
        var scorer = new PairScorer(records.Words, records.Values, records.Names, model);
        // Partners are looked for among a part of a very large store only, and for so many more records: the same pairs, read in less time.
        var thinning = Math.Clamp(records.Count / PopulationMin, 1, ThinningMax);
        var sampled = Sample(records, (int)(RecordsMax * thinning));
        var index = new SampleIndex(records, sampled, thinning);
        var found = new (List<SampledPair> Pairs, List<float> Weights)[sampled.Length];
        Parallel.For(
            0,
            sampled.Length,
            TwoCores.Options(cancellationToken),
            () => (Keys: index.NewBuilder(KeyPlan.Default), Around: new Dictionary<int, (ulong, float)>()),
            (i, _, room) =>
            {
                index.Around(sampled[i], room.Keys.Build(records.Table.Profile(sampled[i])), room.Around);
                found[i] = PairsOf(records, scorer, layout, sampled[i], room.Around);
                return room;
            },
            static _ => { });
        return new TrainingSample(
            sampled, index, [.. found.SelectMany(f => f.Pairs)], [.. found.SelectMany(f => f.Weights)], RandomOf(records, scorer, layout));
    }

    private static int[] Sample(TrainingRecords records, int count)
    {
        if (records.Count <= WholeMax)
        {
            return records.Slots;
        }

        // Hashes are even: of twice as many as are wanted below a bound, enough are there, and only these need sorting.
        var bound = (ulong)(ulong.MaxValue * (2d * count / records.Count));
        var found = records.InParts(slots => slots.Where(slot => records.ChoosingHash(slot) <= bound).ToArray());
        int[] slots = [.. found.SelectMany(part => part)];
        Array.Sort(Array.ConvertAll(slots, records.ChoosingHash), slots);
        return slots[..Math.Min(slots.Length, count)];
    }

    private static (List<SampledPair> Pairs, List<float> Weights) PairsOf(
        TrainingRecords records, PairScorer scorer, ComparisonLayout layout, int slot, Dictionary<int, (ulong Keys, float Weight)> around)
    {
        var (pairs, weights) = (new List<SampledPair>(around.Count), new List<float>(around.Count));
        foreach (var (other, (keys, weight)) in around)
        {
            pairs.Add(Pair(records, scorer, layout, slot, other, (uint)keys));
            weights.Add(weight);
        }

        return (pairs, weights);
    }

    private static SampledPair[] RandomOf(TrainingRecords records, PairScorer scorer, ComparisonLayout layout)
    {
        var pairs = new SampledPair[RandomPairs];
        Parallel.For(0, RandomPairs, i =>
        {
            var a = (int)(StableHash.Mix(((ulong)i * 2) + 1) % (ulong)records.Count);
            var step = 1 + (int)(StableHash.Mix(((ulong)i * 2) + 2) % (ulong)(records.Count - 1));
            var (slotA, slotB) = (records.Slots[a], records.Slots[(a + step) % records.Count]);
            pairs[i] = Pair(records, scorer, layout, slotA, slotB, keys: 0);
        });
        return pairs;
    }

    private static SampledPair Pair(TrainingRecords records, PairScorer scorer, ComparisonLayout layout, int slotA, int slotB, uint keys)
    {
        var (first, second) = records.InOrder(slotA, slotB);
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = scorer.Start(steps);
        scorer.Compare(records.Table.Profile(first), records.Table.Profile(second), ref evidence);
        var vector = UInt128.Zero;
        foreach (ref readonly var step in evidence.Steps)
        {
            vector = layout.Add(vector, step.Level);
        }

        return new SampledPair(first, second, keys, vector);
    }
}
