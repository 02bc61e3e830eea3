namespace IntegrationHub.Core.Customers;

/// <summary>A customer as the resolver sees it now, to be written.</summary>
/// <param name="AnchorId">The number of the anchor record.</param>
/// <param name="Members">The numbers of all its live records, ascending; the first is the anchor.</param>
/// <param name="Golden">The golden record's values as UTF-8 JSON.</param>
public sealed record ResolvedCustomer(long AnchorId, long[] Members, byte[] Golden);
