namespace IntegrationHub.Identity;

/// <summary>Two records and their score.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Bits">The score.</param>
public sealed record RecordPairScore(long RecordA, long RecordB, double Bits);
