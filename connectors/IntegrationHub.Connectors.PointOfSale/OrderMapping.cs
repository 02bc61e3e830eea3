using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Makes an interaction <c>order</c> of a sale, and one <c>refund</c> for each refund in it.</summary>
internal sealed class OrderMapping(IReadOnlyDictionary<string, string?> locationNames)
{
    internal const string Stream = "orders";

    private const int LinesMax = 500;

    internal IEnumerable<Message> Map(JToken json)
    {
        if (json is not JObject order || Text(order, "id") is not { } id
            || (SquareTime.Read(Text(order, "created_at")) ?? SquareTime.Read(Text(order, "closed_at"))) is not { } at)
        {
            yield return new RejectedRecord(Stream, "An order has no id or no created_at; expected both.", Withheld(json));
            yield break;
        }

        // A return without a sale is an order of its own that sells nothing; only its refunds count.
        var returns = Objects(order, "returns").ToList();
        if (Objects(order, "line_items").Any() || returns.Count == 0)
        {
            yield return Sale(order, id, at);
        }

        foreach (var refund in Objects(order, "refunds").Where(r => Text(r, "status") is null or "APPROVED"))
        {
            yield return Refund(order, returns, refund, id, at);
        }
    }

    private InteractionRecord Sale(JObject order, string id, DateTimeOffset at)
    {
        var record = New(order, id, "order", at, order["total_money"]);
        record.Title = record.Channel == "online" ? "Online order" : "Purchase in store";
        AddLines(record, Objects(order, "line_items"));
        Put(record.Details, "tax", SquareMoney.Amount(order["total_tax_money"]));
        Put(record.Details, "discount", SquareMoney.Amount(order["total_discount_money"]));
        Put(record.Details, "tip", SquareMoney.Amount(order["total_tip_money"]));

        var payments = new JArray(Objects(order, "tenders").Select(Payment));
        if (payments.Count > 0)
        {
            record.Details["payments"] = payments;
        }

        return record;
    }

    private InteractionRecord Refund(JObject order, List<JObject> returns, JObject refund, string orderId, DateTimeOffset orderedAt)
    {
        var id = Text(refund, "id") ?? orderId;
        var at = SquareTime.Read(Text(refund, "created_at")) ?? orderedAt;
        var record = New(order, "refund:" + id, "refund", at, refund["amount_money"]);
        record.Title = "Refund";
        record.Details["order"] = returns.Select(r => Text(r, "source_order_id")).FirstOrDefault(source => source is not null) ?? orderId;
        AddLines(record, returns.SelectMany(r => Objects(r, "return_line_items")));
        return record;
    }

    private InteractionRecord New(JObject order, string key, string type, DateTimeOffset at, JToken? money)
    {
        var customer = Text(order, "customer_id")
            ?? Objects(order, "tenders").Select(t => Text(t, "customer_id")).FirstOrDefault(c => c is not null);
        var record = new InteractionRecord(Stream, key, type, at)
        {
            PersonStream = customer is null ? null : CustomerMapping.Stream,
            PersonKey = customer,
            Channel = OrderChannel.Of(order),
            Direction = "in",
            Amount = SquareMoney.Amount(money),
            Currency = SquareMoney.Currency(money),
        };
        if (Text(order, "location_id") is { } location)
        {
            record.Details["location"] = locationNames.GetValueOrDefault(location) ?? location;
        }

        return record;
    }

    private static void AddLines(InteractionRecord record, IEnumerable<JObject> lines)
    {
        foreach (var line in lines.Take(LinesMax))
        {
            var name = Text(line, "name") ?? "Custom amount";
            var variation = Text(line, "variation_name");
            var quantity = decimal.TryParse(Text(line, "quantity"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 1;
            record.Lines.Add(new InteractionLine(
                variation is null or "Regular" ? name : $"{name}, {variation}",
                quantity,
                SquareMoney.Amount(line["total_money"]),
                Text(line, "catalog_object_id")));
        }
    }

    // Of a card only its brand and last four digits; no fingerprint, no expiry, no holder.
    private static JObject Payment(JObject tender)
    {
        var payment = new JObject { ["type"] = Text(tender, "type") };
        if ((tender["card_details"] as JObject)?["card"] is JObject card)
        {
            Put(payment, "brand", Text(card, "card_brand"));
            Put(payment, "lastFour", Text(card, "last_4"));
        }

        return payment;
    }

    // What a quarantine keeps must not hold what an accepted order would not.
    private static string Withheld(JToken json)
    {
        (json as JObject)?.Remove("tenders");
        return json.ToString(Formatting.None);
    }

    private static IEnumerable<JObject> Objects(JObject json, string name) => (json[name] as JArray ?? []).OfType<JObject>();

    private static string? Text(JObject json, string name) => CustomerMapping.Text(json, name);

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is { Type: not JTokenType.Null } && value is not JValue { Value: 0m })
        {
            json[name] = value;
        }
    }
}
