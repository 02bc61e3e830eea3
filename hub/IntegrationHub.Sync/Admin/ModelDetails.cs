using IntegrationHub.Core.Matching;
using IntegrationHub.Identity;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>One version of the match model.</summary>
/// <param name="Epoch">Its epoch; 0 ships with the hub.</param>
/// <param name="IsInUse">Whether it resolves now.</param>
/// <param name="IsPinned">Whether training by itself leaves it alone.</param>
/// <param name="Version">How it came into the store; <see langword="null"/> for epoch 0.</param>
/// <param name="Json">The model.</param>
/// <param name="Weights">Its weights beside those of the shipped model, by comparison and level.</param>
/// <param name="Training">What it was learned from; <see langword="null"/> when it was not.</param>
public sealed record ModelDetails(
    int Epoch, bool IsInUse, bool IsPinned, ModelVersion? Version, string Json, IReadOnlyList<WeightChange> Weights, TrainingFigures? Training);
