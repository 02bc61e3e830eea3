namespace IntegrationHub.Identity;

/// <summary>What a model was learned from.</summary>
/// <param name="Records">Records in all.</param>
/// <param name="SampledRecords">Records whose candidate pairs were compared.</param>
/// <param name="SampledPairs">Candidate pairs compared.</param>
/// <param name="Match">The chance that two records taken at random are one customer, 0 to 1.</param>
/// <param name="Household">The chance that they are two people of one household, 0 to 1.</param>
/// <param name="CandidatePairs">The candidate pairs of different customers that the chosen keys propose, at most.</param>
/// <param name="Unreached">The estimated share of true pairs that no key reaches, 0 to 1.</param>
public sealed record TrainingFigures(
    int Records, int SampledRecords, long SampledPairs, double Match, double Household, long CandidatePairs, double Unreached);
