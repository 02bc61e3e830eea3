namespace IntegrationHub.Client.Wire;

internal sealed record CustomerList(IReadOnlyList<Customer> Customers);
