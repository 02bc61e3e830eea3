using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Training;

/// <summary>Says what pairs of records say under a model, before any prior.</summary>
internal sealed class PairWeigher(TrainingRecords records, MatchModel model)
{
    private readonly PairScorer _scorer = new(records.Words, records.Values, records.Names, model);

    public MatchModel Model { get; } = model;

    /// <summary>Weighs pairs on both cores.</summary>
    public Odds[] Weigh(SampledPair[] pairs)
    {
        const int ChunkSize = 1024;
        var odds = new Odds[pairs.Length];
        Parallel.For(0, (pairs.Length + ChunkSize - 1) / ChunkSize, chunk =>
        {
            var end = Math.Min(pairs.Length, (chunk + 1) * ChunkSize);
            for (var i = chunk * ChunkSize; i < end; i++)
            {
                var (far, near) = (pairs[Math.Min(i + RecordTable.PlacesAhead, end - 1)], pairs[Math.Min(i + RecordTable.ProfilesAhead, end - 1)]);
                records.Table.PrefetchPlaces(far.A);
                records.Table.PrefetchPlaces(far.B);
                records.Table.PrefetchProfile(near.A);
                records.Table.PrefetchProfile(near.B);
                odds[i] = WeighInOrder(pairs[i].A, pairs[i].B, LevelTable.Nothing, LevelTable.Nothing);
            }
        });
        return odds;
    }

    /// <summary>Weighs a pair.</summary>
    public Odds Weigh(int slotA, int slotB) => Weigh(slotA, slotB, LevelTable.Nothing, LevelTable.Nothing);

    /// <summary>Weighs a pair without one comparison.</summary>
    /// <param name="slotA">One record.</param>
    /// <param name="slotB">The other.</param>
    /// <param name="withoutFirst">The first of the levels that are left out.</param>
    /// <param name="withoutLast">The last of them.</param>
    public Odds Weigh(int slotA, int slotB, Level withoutFirst, Level withoutLast)
    {
        var (first, second) = records.InOrder(slotA, slotB);
        return WeighInOrder(first, second, withoutFirst, withoutLast);
    }

    private Odds WeighInOrder(int first, int second, Level withoutFirst, Level withoutLast)
    {
        Span<Step> steps = stackalloc Step[Evidence.StepsMax];
        var evidence = _scorer.Start(steps);
        _scorer.Compare(records.Table.Profile(first), records.Table.Profile(second), ref evidence);
        var rivals = _scorer.Judge(ref evidence);
        var odds = new Odds(rivals.Stranger - (float)Model.Limits.Prior, rivals.Household - (float)Model.Limits.HouseholdPrior);
        foreach (ref readonly var step in evidence.Steps)
        {
            if (step.Level >= withoutFirst && step.Level <= withoutLast)
            {
                odds = new Odds(odds.Stranger - step.Bits, odds.Household - Model.HouseholdWeights[(int)step.Level]);
            }
        }

        return odds;
    }
}
