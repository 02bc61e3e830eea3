using System.Text.Json.Nodes;
using IntegrationHub.Core.Customers;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary>A customer as it is listed.</summary>
internal sealed record CustomerView(Guid Id, int Records, long Version, DateTimeOffset ChangedAt, JsonNode? Golden)
{
    public static CustomerView Of(Customer customer) => new(
        customer.Uid, customer.RecordCount, customer.Version, customer.ChangedAt, JsonNode.Parse(customer.Golden));
}
