namespace IntegrationHub.Sync.Admin;

/// <summary>Two records that a person should look at.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Probability">The chance that they are the same person, 0 to 1.</param>
/// <param name="IsAmbiguous">Whether one of them could equally belong to two customers.</param>
public sealed record ReviewPair(MemberRecord RecordA, MemberRecord RecordB, double Probability, bool IsAmbiguous);
