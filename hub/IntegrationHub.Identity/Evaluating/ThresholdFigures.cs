using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Evaluating;

/// <summary>What linking from one threshold on would give, pair by pair, before any clustering.</summary>
/// <param name="Probability">The threshold.</param>
/// <param name="Pairs">Pairs linked.</param>
/// <param name="TruePairs">Those of them that belong together.</param>
/// <param name="Figures">Precision over the linked pairs, recall over all pairs of the truth.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ThresholdFigures(double Probability, long Pairs, long TruePairs, EvaluationFigures Figures);
