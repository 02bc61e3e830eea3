namespace IntegrationHub.Identity;

/// <summary>Customers that exchange records between two partitions: together they have the same records before and after.</summary>
/// <param name="Before">The customers before, by anchor.</param>
/// <param name="After">The customers after, by anchor.</param>
/// <param name="Moved">How many records change their company: all but the largest part that stays together.</param>
public sealed record Regrouped(IReadOnlyList<ClusterSize> Before, IReadOnlyList<ClusterSize> After, int Moved);
