namespace IntegrationHub.Identity.Training;

/// <summary>What training saw.</summary>
/// <param name="Records">Records in all.</param>
/// <param name="SampledRecords">Records whose candidate pairs were compared.</param>
/// <param name="SampledPairs">Candidate pairs compared.</param>
/// <param name="Match">The chance that two records taken at random are one customer.</param>
/// <param name="Household">The chance that they are of one household.</param>
/// <param name="CandidatePairs">The candidate pairs that the chosen keys propose, at most.</param>
/// <param name="Unreached">The estimated share of true pairs that no key reaches.</param>
internal sealed record TrainingFigures(
    int Records, int SampledRecords, long SampledPairs, double Match, double Household, double CandidatePairs, double Unreached);
