using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>Another customer that one of a customer's records may belong to; a person should look.</summary>
/// <param name="CustomerId">The other customer.</param>
/// <param name="Record">The record in question.</param>
/// <param name="Other">The other customer's record that it resembles.</param>
/// <param name="Probability">The chance that both are the same person, 0 to 1.</param>
/// <param name="IsAmbiguous">Whether one of the two could equally belong to two customers that cannot be one.</param>
public sealed record PossibleCustomer(Guid CustomerId, RecordRef Record, RecordRef Other, double Probability, bool IsAmbiguous);
