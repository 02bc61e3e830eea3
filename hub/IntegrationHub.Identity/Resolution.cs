using IntegrationHub.Core.Matching;

namespace IntegrationHub.Identity;

/// <summary>What settling the changes gave: the touched part of the partition, whole.</summary>
/// <param name="Clusters">Every cluster of every touched component, members ascending, singletons included.</param>
/// <param name="Touched">All records of those components and the removed ones, ascending.</param>
/// <param name="Doubtful">Pairs between different clusters that a person should look at, with at least one touched record.</param>
/// <param name="Statistics">What the work was.</param>
public sealed record Resolution(
    IReadOnlyList<long[]> Clusters,
    IReadOnlyList<long> Touched,
    IReadOnlyList<DoubtfulPair> Doubtful,
    ResolutionStatistics Statistics);
