namespace IntegrationHub.Core.Matching;

/// <summary>Two records in different customers that may be the same person; a person should look.</summary>
/// <param name="RecordA">The smaller record number.</param>
/// <param name="RecordB">The larger record number.</param>
/// <param name="Probability">The chance that they are the same, 0 to 1.</param>
/// <param name="IsAmbiguous">Whether one of them could equally belong to two customers.</param>
public sealed record DoubtfulPair(long RecordA, long RecordB, double Probability, bool IsAmbiguous);
