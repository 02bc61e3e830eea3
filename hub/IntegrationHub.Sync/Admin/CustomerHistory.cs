using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>How a customer came about.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="IsSettled">Whether the merges lead to the customer as it is today; they do not while changes wait for their resolution.</param>
/// <param name="FloorBits">The mean score that two groups must be above to be joined by a link.</param>
/// <param name="Records">The records.</param>
/// <param name="Steps">The merges in order.</param>
public sealed record CustomerHistory(
    Guid Id, bool IsSettled, double FloorBits, IReadOnlyList<RecordRef> Records, IReadOnlyList<NamedMergeStep> Steps);
