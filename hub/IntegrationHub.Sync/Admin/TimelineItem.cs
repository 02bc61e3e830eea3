using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>One interaction of a customer with the name of its source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Interaction">The interaction.</param>
public sealed record TimelineItem(string Source, Interaction Interaction);
