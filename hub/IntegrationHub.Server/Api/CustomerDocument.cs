using System.Text.Json.Nodes;
using IntegrationHub.Core.Customers;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Server.Api;

/// <summary>The one JSON form of a customer.</summary>
internal static class CustomerDocument
{
    private const string Lineage = "lineage";

    internal static JsonObject Of(Customer customer)
    {
        var document = Head(customer);
        document["values"] = JsonNode.Parse(customer.Golden);
        return document;
    }

    internal static JsonObject Of(CustomerDetails details, FieldList fields, IncludeList include)
    {
        var golden = JsonNode.Parse(details.Golden.ToJson(includeLineage: true))!.AsObject();
        var lineage = golden[Lineage]?.AsObject() ?? [];
        golden.Remove(Lineage);
        Keep(golden, fields);
        Keep(lineage, fields);

        var document = Head(details.Customer);
        document["values"] = golden;
        if (include.HasLineage)
        {
            document[Lineage] = lineage.DeepClone();
        }

        if (include.HasConsents)
        {
            document["consents"] = new JsonArray([.. details.Consents.Select(ConsentDocument.Of)]);
        }

        return document;
    }

    internal static JsonObject LineageOf(CustomerDetails details) => new()
    {
        ["id"] = details.Customer.Uid,
        [Lineage] = JsonNode.Parse(details.Golden.ToJson(includeLineage: true))![Lineage]?.DeepClone(),
        ["records"] = new JsonArray([.. details.Records.Select(r => (JsonNode)r.Reference.ToString())]),
    };

    private static void Keep(JsonObject members, FieldList fields)
    {
        foreach (var name in members.Select(p => p.Key).Where(n => !fields.Has(n)).ToList())
        {
            members.Remove(name);
        }
    }

    private static JsonObject Head(Customer customer) => new()
    {
        ["id"] = customer.Uid,
        ["records"] = customer.RecordCount,
        ["version"] = customer.Version,
        ["changedAt"] = customer.ChangedAt,
    };
}
