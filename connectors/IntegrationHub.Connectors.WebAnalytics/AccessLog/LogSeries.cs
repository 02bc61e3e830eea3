namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>One log with its rotated files, the oldest first; to be read as if they were one.</summary>
/// <param name="Name">The name without what rotation adds.</param>
/// <param name="Files">The files.</param>
internal sealed record LogSeries(string Name, IReadOnlyList<LogFile> Files);
