using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Training;

/// <summary>Finds pairs that may be one customer by every key that could be chosen, so that keys are judged also by what the default ones miss.</summary>
internal static class LikelyPairs
{
    private const double ChanceMin = .05;

    /// <summary>Finds them around sampled records.</summary>
    /// <param name="records">All records.</param>
    /// <param name="index">Sampled records and who shares a key with them.</param>
    /// <param name="weigher">Weighs pairs under the model that was learned.</param>
    /// <param name="prior">Its priors.</param>
    public static List<LikelyPair> Find(TrainingRecords records, SampleIndex index, PairWeigher weigher, PriorEstimate prior)
    {
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
                found[i] = Likely(slots[i], room.Around, weigher, prior);
                return room;
            },
            static _ => { });
        return Distinct(found);
    }

    private static List<LikelyPair> Likely(
        int slot, Dictionary<int, (ulong Keys, float Weight)> around, PairWeigher weigher, in PriorEstimate prior)
    {
        var pairs = new List<LikelyPair>();
        foreach (var (other, (_, weight)) in around)
        {
            var chance = weigher.Weigh(slot, other).Chances(prior.Bits, prior.HouseholdBits).Match;
            if (chance >= ChanceMin)
            {
                pairs.Add(new LikelyPair(slot, other, chance * weight));
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
