using IntegrationHub.Core.Records;

namespace IntegrationHub.Core.Customers;

/// <summary>One interaction on a customer's timeline.</summary>
/// <param name="SourceId">The source it came from.</param>
/// <param name="Interaction">The interaction.</param>
public sealed record TimelineEntry(int SourceId, Interaction Interaction);
