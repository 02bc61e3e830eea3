using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>The probabilities of a model by comparison and place, as training changes them.</summary>
internal sealed class LevelShares
{
    public LevelShares(MatchModel model, ComparisonLayout layout)
    {
        M = Of(model, layout, static p => p.M);
        U = Of(model, layout, static p => p.U);
        H = Of(model, layout, static p => p.H);
    }

    public double[][] M { get; }

    public double[][] U { get; }

    public double[][] H { get; }

    private static double[][] Of(MatchModel model, ComparisonLayout layout, Func<LevelProbabilities, double> pick) =>
        [.. layout.Levels.Select(levels => levels.Select(level => pick(model.ProbabilitiesOf(level))).ToArray())];
}
