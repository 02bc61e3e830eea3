using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// Learns how often each level is met among strangers: exact agreement from how often values repeat, the rest from pairs
/// taken at random, each weighed by its chance to be strangers.
/// </summary>
internal static class StrangerShares
{
    private const double StartPairs = 30_000;
    private const double Floor = 1e-6;

    public static void Learn(
        TrainingSample sample, PairScorer scorer, TrainingRecords records, MatchModel model, ValueSurvey survey,
        ComparisonLayout layout, LevelShares shares, bool[] isLearned, PriorEstimate prior)
    {
        var counts = shares.U.Select(u => new double[u.Length]).ToArray();
        foreach (var pair in sample.Random)
        {
            var chances = TrainingSample.OddsOf(records, scorer, model, pair).Chances(model.Limits.Prior, model.Limits.HouseholdPrior);
            var stranger = Math.Max(0, 1 - chances.Match - chances.Household);
            for (var c = 0; c < counts.Length; c++)
            {
                var place = ComparisonLayout.Place(pair.Vector, c);
                if (place >= 0)
                {
                    counts[c][place] += stranger;
                }
            }
        }

        var exact = survey.All.ToDictionary(s => s.Comparison, s => s, StringComparer.Ordinal);
        for (var c = 0; c < counts.Length; c++)
        {
            if (isLearned[c])
            {
                Set(shares.U[c], model, layout, c, counts[c], exact.GetValueOrDefault(layout.Names[c]), shares.M[c], prior, sample.Sampled.Length == records.Count);
            }
        }
    }

    private static void Set(
        double[] u, MatchModel model, ComparisonLayout layout, int comparison, double[] counts, ValueCounts? values, double[] m, PriorEstimate prior, bool isGrouped)
    {
        var total = counts.Sum();
        var levels = layout.Levels[comparison];
        var starts = levels.Select(level => model.ProbabilitiesOf(level).U).ToArray();
        var startTotal = starts.Sum();
        for (var l = 0; l < u.Length; l++)
        {
            u[l] = Math.Max(Floor, (counts[l] + (StartPairs * starts[l] / startTotal)) / (total + StartPairs));
        }

        if (values is { Total: > 1 })
        {
            // Where customers are not known, their own repeats are taken off.
            var repeats = isGrouped ? 0 : prior.Match * m[0];
            var pairs = values.Total * (values.Total - 1d) / 2;
            var agreement = Math.Max(0, values.Agreement() - repeats);
            u[0] = Math.Max(Floor, ((agreement * pairs) + (StartPairs * starts[0] / startTotal)) / (pairs + StartPairs));
        }
    }
}
