using IntegrationHub.Identity.Blocking;

namespace IntegrationHub.Identity.Training;

/// <summary>Finds pairs that may be one customer by every key that could be chosen, so that keys are judged also by what the default ones miss.</summary>
internal static class LikelyPairs
{
    private const int RecordsMax = 5_000;
    private const double ChanceMin = .05;

    /// <summary>Finds them around sampled records.</summary>
    /// <param name="records">All records.</param>
    /// <param name="sampled">Sampled records, in an order of hashes.</param>
    /// <param name="weigher">Weighs pairs under the model that was learned.</param>
    /// <param name="prior">Its priors.</param>
    /// <param name="sampledShare">The share of records that pairs were looked for around.</param>
    public static List<LikelyPair> Find(
        TrainingRecords records, ReadOnlySpan<int> sampled, PairWeigher weigher, PriorEstimate prior, out double sampledShare)
    {
        var plan = KeyPlan.ParseAll(KeyCatalogue.Texts, generic: null);
        var slots = sampled[..Math.Min(sampled.Length, RecordsMax)].ToArray();
        sampledShare = (double)slots.Length / records.Count;
        var index = new SampleIndex(records, slots, plan);
        var found = new List<LikelyPair>[slots.Length];
        Parallel.For(
            0,
            slots.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 2) },
            () => new KeyBuilder(records.Words, records.Values, records.Names, plan),
            (i, _, builder) =>
            {
                found[i] = Around(records, index, builder, slots[i], weigher, prior);
                return builder;
            },
            static _ => { });
        return Distinct(found);
    }

    private static List<LikelyPair> Around(
        TrainingRecords records, SampleIndex index, KeyBuilder builder, int slot, PairWeigher weigher, in PriorEstimate prior)
    {
        var pairs = new List<LikelyPair>();
        foreach (var (other, (_, weight)) in index.Around(slot, builder.Build(records.Table.Profile(slot))))
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
