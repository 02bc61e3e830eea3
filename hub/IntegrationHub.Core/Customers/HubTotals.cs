namespace IntegrationHub.Core.Customers;

/// <summary>How much the store holds.</summary>
/// <param name="Records">Live source records.</param>
/// <param name="Customers">Customers.</param>
/// <param name="MergedCustomers">Customers with more than one record.</param>
/// <param name="Doubtful">Pairs that wait for a person's look.</param>
/// <param name="Quarantined">Records set aside.</param>
/// <param name="Interactions">Interactions.</param>
/// <param name="Consents">Consents.</param>
public sealed record HubTotals(
    long Records, long Customers, long MergedCustomers, long Doubtful, long Quarantined, long Interactions, long Consents);
