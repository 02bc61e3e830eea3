using IntegrationHub.Identity;
using IntegrationHub.Identity.Evaluating;

namespace IntegrationHub.Sync.Admin;

/// <summary>How well the customers, and the scores behind them, agree with a file of the truth.</summary>
/// <param name="Result">The figures of the customers.</param>
/// <param name="Missing">Records of the truth that the hub does not have; each counts as a customer of its own.</param>
/// <param name="Extra">Records of the hub that the truth does not name; they are left out.</param>
/// <param name="Curve">What any threshold makes of the candidate pairs among the records of the truth.</param>
/// <param name="CandidatePairs">Pairs that keys propose among all records.</param>
/// <param name="LinkProbability">The probability from which the hub links today.</param>
/// <param name="Joined">Candidate pairs in one customer that are not one entity, the highest score first.</param>
/// <param name="Missed">Candidate pairs of one entity that are not in one customer, the lowest score first.</param>
public sealed record TruthEvaluation(
    EvaluationResult Result,
    long Missing,
    long Extra,
    CandidateCurve Curve,
    long CandidatePairs,
    double LinkProbability,
    IReadOnlyList<WrongPair> Joined,
    IReadOnlyList<WrongPair> Missed);
