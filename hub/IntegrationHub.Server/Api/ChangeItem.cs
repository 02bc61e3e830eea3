namespace IntegrationHub.Server.Api;

/// <summary>One entry of the change feed.</summary>
/// <param name="Cursor">Its place.</param>
/// <param name="Kind">created, updated, merged, split, removed or erased.</param>
/// <param name="CustomerId">The customer it happened to.</param>
/// <param name="OtherId">For a merge the customer that took it in; for a split the one it came from.</param>
/// <param name="At">When.</param>
internal sealed record ChangeItem(string Cursor, string Kind, Guid CustomerId, Guid? OtherId, DateTimeOffset At);
