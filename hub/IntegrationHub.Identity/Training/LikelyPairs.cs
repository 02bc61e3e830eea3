using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Training;

/// <summary>Finds pairs that may be one customer by every key that could be chosen, so that keys are judged also by what the default ones miss.</summary>
internal static class LikelyPairs
{
    // A chance of one in twenty.
    private static readonly float BitsMin = (float)Math.Log2(.05 / .95);

    /// <summary>Finds them around sampled records.</summary>
    /// <param name="records">All records.</param>
    /// <param name="index">Sampled records and who shares a key with them.</param>
    /// <param name="model">The model that was learned.</param>
    public static List<LikelyPair> Find(TrainingRecords records, SampleIndex index, MatchModel model)
    {
        var scorer = new PairScorer(records.Words, records.Values, records.Names, model);
        var slots = index.Wide;
        var found = new List<LikelyPair>[slots.Count];
        Parallel.For(
            0,
            slots.Count,
            TwoCores.Options(),
            () => (Keys: index.NewBuilder(SampleIndex.Catalogue), Around: new Dictionary<int, (ulong, float)>()),
            (i, _, room) =>
            {
                index.Around(slots[i], room.Keys.Build(records.Table.Profile(slots[i])), room.Around);
                found[i] = Likely(records, scorer, slots[i], room.Around);
                return room;
            },
            static _ => { });
        return Distinct(found);
    }

    private static List<LikelyPair> Likely(
        TrainingRecords records, PairScorer scorer, int slot, Dictionary<int, (ulong Keys, float Weight)> around)
    {
        var pairs = new List<LikelyPair>();
        foreach (var (other, (_, weight)) in around)
        {
            var (first, second) = records.InOrder(slot, other);
            if (scorer.Reaches(records.Table.Profile(first), records.Table.Profile(second), BitsMin, out var bits, out _))
            {
                pairs.Add(new LikelyPair(slot, other, weight / (1 + double.Exp2(-bits))));
            }
        }

        return pairs;
    }

    // Two sampled records find each other; the pair is kept once.
    private static List<LikelyPair> Distinct(List<LikelyPair>[] found)
    {
        var seen = new HashSet<(int, int)>();
        var pairs = new List<LikelyPair>();
        foreach (var pair in found.SelectMany(f => f))
        {
            if (seen.Add((Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B))))
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }
}
