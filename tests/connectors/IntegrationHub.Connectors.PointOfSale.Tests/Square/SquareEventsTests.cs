using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

public sealed class SquareEventsTests
{
    [Fact]
    public async Task A_deleted_customer_is_a_deletion_and_an_order_event_is_accepted_without_records()
    {
        var deleted = await ReceiveAsync(SquareSender.Event("customer.deleted", "C1", null));
        var order = await ReceiveAsync(SquareSender.Event("order.updated", "O1", new JObject { ["order_updated"] = new JObject { ["order_id"] = "O1" } }));

        Assert.Equal(("people", "C1"), (Assert.Single(deleted.Messages).Stream, ((DeletedRecord)deleted.Messages[0]).Key));
        Assert.Equal((200, 0), (order.StatusCode, order.Messages.Count));
    }

    [Fact]
    public async Task A_payment_keeps_of_its_card_the_brand_and_last_four_alone()
    {
        var received = await ReceiveAsync(SquareSender.Event("payment.updated", "P1", JObject.Parse("""
            {"payment":{"id":"P1","created_at":"2026-11-30T09:59:00Z","status":"COMPLETED","source_type":"CARD","customer_id":"C1","order_id":"O1",
              "total_money":{"amount":1998,"currency":"USD"},"buyer_email_address":"w@shop.example",
              "card_details":{"card":{"card_brand":"VISA","last_4":"4242","bin":"411111","fingerprint":"sq-1-print","cardholder_name":"W SAMPLE"}}}}
            """)));

        var payment = Assert.IsType<InteractionRecord>(Assert.Single(received.Messages));
        Assert.Equal(("payment", 19.98m, "USD", "C1"), (payment.Type, payment.Amount!.Value, payment.Currency!, payment.PersonKey!));
        Assert.Equal("""[{"type":"CARD","brand":"VISA","lastFour":"4242"}]""", payment.Details["payments"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.All(["411111", "sq-1-print", "W SAMPLE"], hidden => Assert.DoesNotContain(hidden, MessageText.Of(payment), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_payment_that_is_not_completed_is_no_payment() => Assert.Empty((await ReceiveAsync(SquareSender.Event(
        "payment.created", "P1", JObject.Parse("""{"payment":{"id":"P1","created_at":"2026-11-30T09:59:00Z","status":"APPROVED"}}""")))).Messages);

    [Fact]
    public async Task A_body_changed_by_one_byte_is_refused_without_a_record()
    {
        var good = SquareSender.Event("customer.deleted", "C1", null);
        var bytes = good.Body.ToArray();
        bytes[^1] = (byte)' ';
        var changed = new ReceivedRequest { Method = "POST", Path = "/", Headers = good.Headers, Body = bytes, ReceivedAt = good.ReceivedAt };

        var received = await ReceiveAsync(changed);

        Assert.Equal((401, 0), (received.StatusCode, received.Messages.Count));
    }

    private static Task<ReceivedResult> ReceiveAsync(ReceivedRequest request) => new SquareEventsConnector().ReceiveAsync(
        SquareSender.Settings, request, new ConnectorContext { SourceName = "square-events" }, TestContext.Current.CancellationToken).AsTask();
}
