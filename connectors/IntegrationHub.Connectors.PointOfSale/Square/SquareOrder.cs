using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Makes an interaction <c>order</c> of a sale, and one <c>refund</c> for each refund in it.</summary>
internal sealed class SquareOrder(IReadOnlyDictionary<string, string?> locationNames)
{
    internal const string Stream = "orders";

    private const int LinesMax = 500;

    internal IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject order || order.Text("id") is not { } id
            || (SourceTime.Read(order.Text("created_at")) ?? SourceTime.Read(order.Text("closed_at"))) is not { } at)
        {
            yield return new RejectedRecord(Stream, "An order has no id or no created_at; expected both.", Withheld(json));
            yield break;
        }

        // A return without a sale is an order of its own that sells nothing; only its refunds count.
        var returns = order.Objects("returns").ToList();
        if (order.Objects("line_items").Any() || returns.Count == 0)
        {
            yield return Sale(order, id, at);
        }

        foreach (var refund in order.Objects("refunds").Where(r => r.Text("status") is null or "APPROVED"))
        {
            yield return Refund(order, returns, refund, id, at);
        }
    }

    private InteractionRecord Sale(JObject order, string id, DateTimeOffset at)
    {
        var record = New(order, id, "order", at, order["total_money"]);
        record.Title = record.Channel == "online" ? "Online order" : "Purchase in store";
        AddLines(record, order.Objects("line_items"));
        record.Details.Put("tax", SquareMoney.Amount(order["total_tax_money"]));
        record.Details.Put("discount", SquareMoney.Amount(order["total_discount_money"]));
        record.Details.Put("tip", SquareMoney.Amount(order["total_tip_money"]));

        var payments = new JArray(order.Objects("tenders").Select(t => SquareTender.Of(t, "type")));
        if (payments.Count > 0)
        {
            record.Details["payments"] = payments;
        }

        return record;
    }

    private InteractionRecord Refund(JObject order, List<JObject> returns, JObject refund, string orderId, DateTimeOffset orderedAt)
    {
        var id = refund.Text("id") ?? orderId;
        var at = SourceTime.Read(refund.Text("created_at")) ?? orderedAt;
        var record = New(order, "refund:" + id, "refund", at, refund["amount_money"]);
        record.Title = "Refund";
        record.Details["order"] = returns.Select(r => r.Text("source_order_id")).FirstOrDefault(source => source is not null) ?? orderId;
        AddLines(record, returns.SelectMany(r => r.Objects("return_line_items")));
        return record;
    }

    private InteractionRecord New(JObject order, string key, string type, DateTimeOffset at, JToken? money)
    {
        var customer = order.Text("customer_id")
            ?? order.Objects("tenders").Select(t => t.Text("customer_id")).FirstOrDefault(c => c is not null);
        var record = new InteractionRecord(Stream, key, type, at)
        {
            PersonStream = customer is null ? null : SquareCustomer.Stream,
            PersonKey = customer,
            Channel = SquareChannel.Of(order),
            Direction = "in",
            Amount = SquareMoney.Amount(money),
            Currency = SquareMoney.Currency(money),
        };
        if (order.Text("location_id") is { } location)
        {
            record.Details["location"] = locationNames.GetValueOrDefault(location) ?? location;
        }

        return record;
    }

    private static void AddLines(InteractionRecord record, IEnumerable<JObject> lines)
    {
        foreach (var line in lines.Take(LinesMax))
        {
            var name = line.Text("name") ?? "Custom amount";
            var variation = line.Text("variation_name");
            var quantity = decimal.TryParse(line.Text("quantity"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 1;
            record.Lines.Add(new InteractionLine(
                variation is null or "Regular" ? name : $"{name}, {variation}",
                quantity,
                SquareMoney.Amount(line["total_money"]),
                line.Text("catalog_object_id")));
        }
    }

    // What a quarantine keeps must not hold what an accepted order would not.
    private static string Withheld(JToken json)
    {
        (json as JObject)?.Remove("tenders");
        return json.ToString(Formatting.None);
    }
}
