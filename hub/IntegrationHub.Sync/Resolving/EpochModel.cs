using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>A model with the epoch it was read from.</summary>
internal sealed record EpochModel(int Epoch, MatchModel Model);
