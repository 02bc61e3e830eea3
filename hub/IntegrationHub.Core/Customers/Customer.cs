namespace IntegrationHub.Core.Customers;

/// <summary>A customer as cached: derived from its records, the model, the decisions and the policy.</summary>
/// <param name="Uid">The durable id: the uid of the anchor record.</param>
/// <param name="AnchorId">The number of the anchor record, the first seen of its records.</param>
/// <param name="RecordCount">How many live records it has.</param>
/// <param name="Golden">The golden record's values as JSON, keyed by canonical field names, without lineage.</param>
/// <param name="Version">Grows with every change of the values or the records.</param>
/// <param name="ChangedAt">When that happened.</param>
public sealed record Customer(Guid Uid, long AnchorId, int RecordCount, string Golden, long Version, DateTimeOffset ChangedAt);
