namespace IntegrationHub.Core.Customers;

/// <summary>One entry of the change feed.</summary>
/// <param name="Sequence">Its place; growing, with gaps, in commit order.</param>
/// <param name="Kind">What happened.</param>
/// <param name="CustomerId">The customer it happened to.</param>
/// <param name="OtherId">For a merge the customer that took it in; for a split the customer it came from.</param>
/// <param name="At">When.</param>
public sealed record CustomerChange(long Sequence, ChangeKind Kind, Guid CustomerId, Guid? OtherId, DateTimeOffset At);
