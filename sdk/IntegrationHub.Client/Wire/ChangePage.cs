namespace IntegrationHub.Client.Wire;

internal sealed record ChangePage(IReadOnlyList<CustomerChange> Changes, string Next);
