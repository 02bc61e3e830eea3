namespace IntegrationHub.Sync.Admin;

/// <summary>One difference between two versions of a connector.</summary>
/// <param name="Name">The setting or stream.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Details">What differs, such as <c>default "5" becomes "10"</c>; for something added, what it is.</param>
public sealed record SchemaChange(string Name, SchemaChangeKind Kind, IReadOnlyList<string> Details);
