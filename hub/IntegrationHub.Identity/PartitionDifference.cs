namespace IntegrationHub.Identity;

/// <summary>How a partition of records into customers differs from another.</summary>
/// <param name="Stay">Customers before that are the same after.</param>
/// <param name="Merge">Customers before of which records end in one customer with records of another.</param>
/// <param name="Split">Customers before whose records end in several. One may both merge and split.</param>
/// <param name="CustomersBefore">All customers before.</param>
/// <param name="CustomersAfter">All customers after.</param>
/// <param name="Worst">The regroupings that move most records, ties by the smallest record number.</param>
public sealed record PartitionDifference(
    int Stay, int Merge, int Split, int CustomersBefore, int CustomersAfter, IReadOnlyList<Regrouped> Worst)
{
    /// <summary>Gets no difference.</summary>
    public static PartitionDifference None { get; } = new(0, 0, 0, 0, 0, []);
}
