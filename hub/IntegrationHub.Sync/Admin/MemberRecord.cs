using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>One of a customer's records under the name that people use for it.</summary>
/// <param name="Reference">Source, stream and key.</param>
/// <param name="Record">The record.</param>
public sealed record MemberRecord(RecordRef Reference, SourceRecord Record);
