using IntegrationHub.Core.Matching;

namespace IntegrationHub.Sync.Admin;

/// <summary>Two records that a person should look at.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="Item">The chance that they are the same person, and what hangs on it.</param>
/// <param name="Reason">The strongest comparison for and against, without any value.</param>
public sealed record ReviewPair(MemberRecord RecordA, MemberRecord RecordB, ReviewItem Item, string Reason);
