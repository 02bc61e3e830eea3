using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>What another model does to the customers.</summary>
/// <param name="Epoch">The epoch in use now: the new one, or after a dry run the old one.</param>
/// <param name="Records">The live records that were resolved in shadow.</param>
/// <param name="Changes">Entries the change feed gained; 0 after a dry run.</param>
/// <param name="Difference">Which customers merge and split.</param>
/// <param name="Weights">The weights that differ, the largest difference first.</param>
/// <param name="Training">What the model was learned from; <see langword="null"/> when it was not.</param>
public sealed record EpochOutcome(
    int Epoch, int Records, int Changes, PartitionDifference Difference, IReadOnlyList<WeightChange> Weights, TrainingFigures? Training);
