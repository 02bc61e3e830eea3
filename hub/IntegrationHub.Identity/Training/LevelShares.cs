using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Training;

/// <summary>The probabilities of a model by level, as training changes them.</summary>
internal sealed class LevelShares(MatchModel model)
{
    public double[] M { get; } = Of(model, static p => p.M);

    public double[] U { get; } = Of(model, static p => p.U);

    public double[] H { get; } = Of(model, static p => p.H);

    private static double[] Of(MatchModel model, Func<LevelProbabilities, double> pick) =>
        [.. Enumerable.Range(0, model.LevelCount).Select(level => pick(model.ProbabilitiesOf((Level)level)))];
}
