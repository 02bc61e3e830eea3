using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes interactions <c>payment</c> and <c>payment-refund</c> of what webhooks tell. They have types of their own, since
/// the sale itself and its refund come with the order.</summary>
internal static class SquarePayment
{
    internal const string Stream = "payments";

    internal static IEnumerable<Message> Map(JToken json) =>
        json is JObject payment && payment.Text("status") is not (null or "COMPLETED") ? [] : Map(json, "payment", "Payment", "total_money");

    internal static IEnumerable<Message> MapRefund(JToken json) =>
        json is JObject refund && refund.Text("status") is not (null or "COMPLETED") ? [] : Map(json, "payment-refund", "Refund of a payment", "amount_money");

    private static IEnumerable<Message> Map(JToken json, string type, string title, string moneyField)
    {
        if (json is not JObject payment || payment.Text("id") is not { } id || SourceTime.Read(payment.Text("created_at")) is not { } at)
        {
            (json as JObject)?.Remove("card_details");
            return [new RejectedRecord(Stream, $"A {type} has no id or no created_at; expected both.", json.ToString(Formatting.None))];
        }

        var customer = payment.Text("customer_id");
        var money = payment[moneyField] ?? payment["amount_money"];
        var record = new InteractionRecord(Stream, type + ":" + id, type, at)
        {
            PersonStream = customer is null ? null : SquareCustomer.Stream,
            PersonKey = customer,
            Direction = "in",
            Title = title,
            Amount = SquareMoney.Amount(money),
            Currency = SquareMoney.Currency(money),
        };
        record.Details.Put("order", payment.Text("order_id"));
        record.Details.Put("location", payment.Text("location_id"));
        if (type == "payment")
        {
            record.Details["payments"] = new JArray(SquareTender.Of(payment, "source_type"));
        }

        return [record];
    }
}
