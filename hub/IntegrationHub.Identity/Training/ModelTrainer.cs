using IntegrationHub.Identity.Blocking;
using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>Learns a model from records without labels, after Fellegi and Sunter (1969) and Winkler (1988).</summary>
internal sealed class ModelTrainer(TrainingRecords records, MatchModel start)
{
    private const int Rounds = 2;
    private const double PriorPairs = 60;
    private const int SurveyedMax = 100_000;

    // Facts of the names and companies themselves, not of the data: kept as they are.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "name", "name.suffix", "kind", "organization", "identifier", "identifier (exclusive)", "identifier (device)", "attribute",
    };

    private readonly MatchModel _seed = SeedModel.Make(start, records);

    /// <summary>Learns.</summary>
    /// <param name="version">The version of the new model.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The model, a function of the records alone, and all records in blocks as an engine under it has them.</returns>
    public (MatchModel Model, BlockIndex Index) Train(int version, CancellationToken cancellationToken)
    {
        var layout = new ComparisonLayout(_seed);
        var learned = layout.Levels.Where(levels => !Kept.Contains(layout.NameOf(levels[0]))).ToList();
        var (first, shares) = (new LevelShares(_seed), new LevelShares(_seed));
        var sample = TrainingSample.Gather(records, _seed, layout, cancellationToken);
        var sessions = SessionBuilder.Build(sample.Pairs, layout);
        var weigher = new PairWeigher(records, _seed);
        var prior = Estimate(sample, weigher, out var odds);
        var survey = Survey(sample, odds, prior);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            survey = round > 0 && IsWhole(sample) ? Survey(sample, odds, prior) : survey;
            var strangers = Array.ConvertAll(weigher.Weigh(sample.Random), o => o.StrangerChance(prior));
            StrangerShares.Learn(first, shares, learned, sample.Random, strangers, layout, survey, sessions);
            ExpectationMaximisation.Run(sessions, shares, learned, PriorPairs);
            ShareAddresses(learned, layout, shares);
            var generic = round == Rounds - 1 ? GenericValues.Find(records, weigher, prior) : [];
            weigher = new PairWeigher(records, ModelWriter.Write(_seed, layout, shares, survey, generic, version).With(prior));
            prior = Estimate(sample, weigher, out odds);
        }

        var model = weigher.Model.With(prior);
        var likely = LikelyPairs.Find(records, sample.Index, model);
        cancellationToken.ThrowIfCancellationRequested();
        var keys = new KeyChooser(records, sample.Index, model, new KeyBudget()).Choose(likely, cancellationToken);
        var figures = new TrainingFigures(
            records.Count, sample.Sampled.Length, sample.Pairs.Length, prior.Match, prior.Household, (long)keys.PairsEstimated, Math.Round(keys.Unreached, 4));
        return (model.With(keys, figures), keys.Index);
    }

    private bool IsWhole(TrainingSample sample) => sample.Sampled.Length == records.Count;

    private static PriorEstimate Estimate(TrainingSample sample, PairWeigher weigher, out Odds[] odds)
    {
        odds = weigher.Weigh(sample.Pairs);
        var limits = weigher.Model.Limits;
        return PriorEstimate.Of(odds, sample.Weights, sample.Sampled.Length, sample.Index.Population, limits.Prior, limits.HouseholdPrior);
    }

    // Of a store too large to know its customers before it has a model, enough records are surveyed one by one.
    private ValueSurvey Survey(TrainingSample sample, Odds[] odds, PriorEstimate prior)
    {
        if (IsWhole(sample))
        {
            var chances = Array.ConvertAll(odds, o => o.Chances(prior.Bits, prior.HouseholdBits).Match);
            return new ValueSurvey(records, LikelyCustomers.Group(records, sample.Pairs, chances), isByCustomer: true);
        }

        var step = Math.Max(1, records.Count / SurveyedMax);
        var slots = new List<(int, int)>(records.Count / step);
        for (var i = 0; i < records.Count; i += step)
        {
            slots.Add((records.Slots[i], i + 1));
        }

        return new ValueSurvey(records, slots, isByCustomer: false);
    }

    // People of one home agree on its address just as one customer's records do.
    private static void ShareAddresses(List<Level[]> learned, ComparisonLayout layout, LevelShares shares)
    {
        foreach (var levels in learned.Where(l => layout.NameOf(l[0]).StartsWith("address.", StringComparison.Ordinal)))
        {
            foreach (int level in levels)
            {
                shares.H[level] = shares.M[level];
            }
        }
    }
}
