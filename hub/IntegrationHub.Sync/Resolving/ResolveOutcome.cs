using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Resolving;

/// <summary>What one resolution did.</summary>
/// <param name="Records">Pending records that were settled.</param>
/// <param name="Customers">Customers looked at again.</param>
/// <param name="Changes">Entries the change feed gained.</param>
/// <param name="Statistics">What the candidate search and the scoring did; <see langword="null"/> when nothing was pending.</param>
public sealed record ResolveOutcome(int Records, int Customers, int Changes, ResolutionStatistics? Statistics);
