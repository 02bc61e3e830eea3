using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>How well the customers agree with a file of the truth.</summary>
/// <param name="Result">The figures.</param>
/// <param name="Missing">Records of the truth that the hub does not have; each counts as a customer of its own.</param>
/// <param name="Extra">Records of the hub that the truth does not name; they are left out.</param>
public sealed record TruthEvaluation(EvaluationResult Result, long Missing, long Extra);
