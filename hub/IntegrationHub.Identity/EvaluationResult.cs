namespace IntegrationHub.Identity;

/// <summary>How well a clustering agrees with the truth.</summary>
/// <param name="Records">Records counted.</param>
/// <param name="TruePairs">Pairs that belong together.</param>
/// <param name="PredictedPairs">Pairs that were joined.</param>
/// <param name="SharedPairs">Pairs that were joined and belong together.</param>
/// <param name="Pairwise">Figures over pairs.</param>
/// <param name="BCubed">Figures averaged over records (Bagga and Baldwin 1998).</param>
public sealed record EvaluationResult(
    long Records,
    long TruePairs,
    long PredictedPairs,
    long SharedPairs,
    EvaluationFigures Pairwise,
    EvaluationFigures BCubed);
