using IntegrationHub.Core.Matching;

namespace IntegrationHub.Core.Customers;

/// <summary>One step of the resolver, written in one transaction.</summary>
/// <remarks>The store compares with what it has: a customer whose members and golden bytes are unchanged gives no
/// write and no entry in the change feed.</remarks>
public sealed class ResolutionBatch
{
    /// <summary>Gets the customers made of the touched records.</summary>
    public List<ResolvedCustomer> Customers { get; } = [];

    /// <summary>Gets the touched records that are in no customer (any more): deleted at the source, or entries of suppression lists.</summary>
    public List<long> Orphans { get; } = [];

    /// <summary>Gets the touched records; their old doubtful pairs are replaced by <see cref="Doubtful"/>.</summary>
    public List<long> Touched { get; } = [];

    /// <summary>Gets the doubtful pairs that involve a touched record.</summary>
    public List<DoubtfulPair> Doubtful { get; } = [];

    /// <summary>Gets the look-up tokens of changed records, see <see cref="LookupToken"/>.</summary>
    public List<(long Token, long RecordId)> Tokens { get; } = [];

    /// <summary>Gets the pending marks that this step settles: records that were changed with a commit number up to their value.</summary>
    public List<(long RecordId, long Change)> Settled { get; } = [];
}
