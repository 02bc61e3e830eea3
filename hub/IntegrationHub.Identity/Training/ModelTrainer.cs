using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Training;

/// <summary>Learns a model from records without labels, after Fellegi and Sunter (1969) and Winkler (1988).</summary>
internal sealed class ModelTrainer(TrainingRecords records, MatchModel start)
{
    private const int Rounds = 2;
    private const double PriorPairs = 60;

    // Facts of the names themselves, not of the data: kept as they are.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "name", "name.suffix", "kind", "organization", "identifier", "identifier (exclusive)", "identifier (device)", "attribute",
    };

    private readonly MatchModel _seed = SeedModel.Make(start, records);

    public (MatchModel Model, TrainingFigures Figures) Train(int version, CancellationToken cancellationToken)
    {
        var layout = new ComparisonLayout(_seed);
        var shares = new LevelShares(_seed, layout);
        var isLearned = layout.Names.Select(name => !Kept.Contains(name)).ToArray();
        var sample = TrainingSample.Gather(records, Scorer(_seed), layout, cancellationToken);
        var sessions = SessionBuilder.Build(sample.Pairs, layout);
        var model = _seed;
        var prior = new PriorEstimate(0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            prior = PriorOf(sample, model);
            model = model.With(prior);
            var survey = Survey(sample, model);
            StrangerShares.Learn(sample, Scorer(model), records, model, survey, layout, shares, isLearned, prior);
            var rounds = ExpectationMaximisation.Run(sessions, shares, isLearned, PriorPairs);
            ShareAddresses(layout, shares);
            model = ModelWriter.Write(_seed, layout, shares, survey, version, records, prior);
            if (Environment.GetEnvironmentVariable("TRAIN_DEBUG") is not null)
            {
                Console.WriteLine($"round {round}: prior {prior.Bits:0.0} household {prior.HouseholdBits:0.0} em {rounds} pairs {sample.Pairs.Length}");
                foreach (var s in sessions)
                {
                    Console.WriteLine($"  {s.Key} match {s.Match:0.000} household {s.Household:0.000} pairs {s.Vectors.Sum(v => v.Count)} vectors {s.Vectors.Count}");
                }
            }
        }

        prior = PriorOf(sample, model);
        return (model.With(prior), new TrainingFigures(records.Count, sample.Sampled.Length, sample.Pairs.Length, prior.Match, prior.Household));
    }

    // People of one home agree on its address just as one customer's records do.
    private static void ShareAddresses(ComparisonLayout layout, LevelShares shares)
    {
        for (var c = 0; c < layout.Names.Count; c++)
        {
            if (layout.Names[c].StartsWith("address.", StringComparison.Ordinal))
            {
                shares.M[c].CopyTo(shares.H[c], 0);
            }
        }
    }

    private PairScorer Scorer(MatchModel model) => new(records.Words, records.Values, records.Names, model);

    private PriorEstimate PriorOf(TrainingSample sample, MatchModel model)
    {
        var odds = sample.Odds(records, Scorer(model), model);
        return PriorEstimate.Of(odds, sample.Weights, sample.Sampled.Length, records.Count, model.Limits.Prior, model.Limits.HouseholdPrior);
    }

    private ValueSurvey Survey(TrainingSample sample, MatchModel model)
    {
        if (sample.Sampled.Length < records.Count)
        {
            return new ValueSurvey(records, records.Slots.Select((slot, i) => (slot, i + 1)));
        }

        var odds = sample.Odds(records, Scorer(model), model);
        var chances = Array.ConvertAll(odds, o => o.Chances(model.Limits.Prior, model.Limits.HouseholdPrior).Match);
        return new ValueSurvey(records, LikelyCustomers.Group(records, sample.Pairs, chances));
    }
}
