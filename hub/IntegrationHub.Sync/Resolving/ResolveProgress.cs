namespace IntegrationHub.Sync.Resolving;

/// <summary>How far the resolver is.</summary>
/// <param name="Phase">What it does: <c>load</c>, <c>match</c> or <c>write</c>.</param>
/// <param name="Done">How much of it is done, 0 to 1.</param>
public readonly record struct ResolveProgress(string Phase, double Done);
