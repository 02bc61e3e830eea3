namespace IntegrationHub.Core.Sources;

/// <summary>One change of the plugin version that a source is pinned to.</summary>
/// <param name="Id">The store's number.</param>
/// <param name="SourceId">The source.</param>
/// <param name="FromVersion">The version before, or <see langword="null"/> when the source was not pinned.</param>
/// <param name="ToVersion">The version after.</param>
/// <param name="UpgradedAt">When.</param>
public sealed record SourceUpgrade(long Id, int SourceId, string? FromVersion, string ToVersion, DateTimeOffset UpgradedAt);
