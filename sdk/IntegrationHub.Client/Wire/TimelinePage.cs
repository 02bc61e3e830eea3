namespace IntegrationHub.Client.Wire;

internal sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, string? Next);
