using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>Square as it sends webhooks.</summary>
public sealed class SquareEventsWorld : ReceiverWorld<SquareEventsConnector>
{
    public override JObject Settings => SquareSender.Settings;

    public override IReadOnlyList<ReceivedRequest> Requests =>
    [
        SquareSender.Event("customer.created", "C1", Customer("C1", "Walter")),
        SquareSender.Event("customer.deleted", "C1", null),
        SquareSender.Event("payment.updated", "P1", JObject.Parse("""
            {"payment":{"id":"P1","created_at":"2026-11-30T09:59:00Z","status":"COMPLETED","total_money":{"amount":500,"currency":"USD"}}}
            """)),
    ];

    public override IReadOnlyList<ReceivedRequest> ForgedRequests =>
    [
        SquareSender.Event("customer.created", "C1", Customer("C1", "Mallory"), key: "some-other-key"),
        SquareSender.Event("customer.created", "C1", Customer("C1", "Mallory"), key: null),
    ];

    public override ReceivedRequest RequestOf(WorldPerson person) =>
        SquareSender.Event("customer.updated", person.Key, Customer(person.Key, person.Name));

    private static JObject Customer(string id, string name) => new()
    {
        ["customer"] = new JObject { ["id"] = id, ["given_name"] = name, ["updated_at"] = "2026-11-30T10:00:00Z" },
    };
}
