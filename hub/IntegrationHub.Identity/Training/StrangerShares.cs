using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>
/// Learns how often each level is met among strangers: exact agreement from how often values repeat, the rest from pairs
/// taken at random, each weighed by its chance to be strangers.
/// </summary>
internal static class StrangerShares
{
    private const double StartPairs = 30_000;
    private const double Floor = 1e-6;

    /// <summary>Learns.</summary>
    /// <param name="start">The starting values, which weigh as much as a few pairs.</param>
    /// <param name="shares"><see cref="LevelShares.U"/> is set.</param>
    /// <param name="learned">The levels of each comparison that is learned.</param>
    /// <param name="random">Pairs taken at random.</param>
    /// <param name="strangers">For each the chance that they are strangers.</param>
    /// <param name="layout">Where the comparisons stand in the pairs' vectors.</param>
    /// <param name="survey">How common values are.</param>
    /// <param name="sessions">What keys of single values have taught of the pairs that share one.</param>
    public static void Learn(
        LevelShares start, LevelShares shares, IReadOnlyList<Level[]> learned, SampledPair[] random, double[] strangers,
        ComparisonLayout layout, ValueSurvey survey, IReadOnlyList<Session> sessions)
    {
        var counts = Count(random, strangers, layout, shares.U.Length);
        var exact = survey.All.ToDictionary(s => s.Comparison, StringComparer.Ordinal);
        foreach (var levels in learned)
        {
            double total = StartPairs, startTotal = 0;
            foreach (var level in levels)
            {
                total += counts[(int)level];
                startTotal += start.U[(int)level];
            }

            foreach (int level in levels)
            {
                shares.U[level] = Math.Max(Floor, (counts[level] + (StartPairs * start.U[level] / startTotal)) / total);
            }

            var first = (int)levels[0];
            if (exact.TryGetValue(layout.NameOf(levels[0]), out var values) && values.Total > 1)
            {
                // Most of those who share a value of their own are one customer, known as such or not: they are taken off.
                var pairs = values.Total * (values.Total - 1d) / 2;
                var session = sessions.FirstOrDefault(s => values.Comparison.StartsWith(s.Decides, StringComparison.Ordinal));
                var agreement = values.Agreement() * (session is null ? 1 : Math.Max(0, 1 - session.Match - session.Household));
                shares.U[first] = Math.Max(Floor, ((agreement * pairs) + (StartPairs * start.U[first] / startTotal)) / (pairs + StartPairs));
            }
        }
    }

    private static double[] Count(SampledPair[] random, double[] strangers, ComparisonLayout layout, int levelCount)
    {
        var counts = new double[levelCount];
        for (var i = 0; i < random.Length; i++)
        {
            for (var c = 0; c < layout.Names.Count; c++)
            {
                var place = ComparisonLayout.Place(random[i].Vector, c);
                if (place >= 0)
                {
                    counts[(int)layout.Levels[c][place]] += strangers[i];
                }
            }
        }

        return counts;
    }
}
