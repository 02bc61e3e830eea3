namespace IntegrationHub.Client.Wire;

internal sealed record LookupBody(IReadOnlyList<CustomerIdentifier> Identifiers, string? Region);
