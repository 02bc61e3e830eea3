namespace IntegrationHub.Identity;

/// <summary>How a customer came about.</summary>
/// <param name="Records">The customer's records by number.</param>
/// <param name="Steps">The merges in order, one fewer than records.</param>
/// <param name="FloorBits">The mean that two groups must be above to be joined by a link.</param>
public sealed record MergeHistory(IReadOnlyList<long> Records, IReadOnlyList<MergeStep> Steps, double FloorBits);
