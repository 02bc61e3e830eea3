namespace IntegrationHub.Core.Runs;

/// <summary>The right to write for one source. The store refuses a commit whose fence is not the newest.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Fence">Grows with every acquisition, so that a stopped process that wakes up cannot write.</param>
/// <param name="Owner">Who holds it: machine, process id and start time.</param>
/// <param name="ExpiresAt">When it may be taken by another unless renewed.</param>
public sealed record Lease(int SourceId, long Fence, string Owner, DateTimeOffset ExpiresAt);
