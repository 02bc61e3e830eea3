using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes orders and refunds. Source: Segment, Ecommerce Spec.</summary>
internal static class OrderEvent
{
    private static readonly string[] Shares = ["subtotal", "shipping", "tax", "discount"];

    /// <summary>Makes an order. Its key is the shop's number, so that an order which page and server both tell of counts once.</summary>
    internal static InteractionRecord Order(TrackedEvent tracked, string orderId, string? currency, JObject details)
    {
        var record = New(tracked, EventKey.Of(orderId), "order", "Order " + orderId, currency, details);
        record.Details["orderId"] = orderId;
        return record;
    }

    internal static InteractionRecord Refund(TrackedEvent tracked, string? orderId, string? currency, JObject details)
    {
        var record = New(tracked, "refund:" + EventKey.Of(tracked.MessageId), "refund", orderId is null ? "Refund" : "Refund of order " + orderId, currency, details);
        record.Details["orderId"] = orderId;
        return record;
    }

    private static InteractionRecord New(TrackedEvent tracked, string key, string type, string title, string? currency, JObject details)
    {
        var properties = tracked.Properties;
        var record = new InteractionRecord(InteractionMapping.Orders, key, type, tracked.At)
        {
            Channel = "online",
            Direction = "in",
            Title = EventJson.Short(title),
            Amount = EventJson.Number(properties, "total", "revenue", "value"),
            Currency = EventJson.Text(properties["currency"])?.ToUpperInvariant() ?? currency,
        };
        record.Details.Merge(details);
        foreach (var name in Shares)
        {
            if (EventJson.Number(properties[name]) is { } number)
            {
                record.Details[name] = number;
            }
        }

        var rest = EventJson.Object(record.Details["properties"]);
        foreach (var name in (string[])["order_id", "orderId", "products", "total", "revenue", "value", "currency", .. Shares])
        {
            rest.Remove(name);
        }

        if (rest.Count == 0)
        {
            record.Details.Remove("properties");
        }

        AddLines(record, properties["products"] as JArray ?? []);
        return record;
    }

    private static void AddLines(InteractionRecord record, JArray products)
    {
        foreach (var product in products.OfType<JObject>().Take(EventLimits.LinesMax))
        {
            var quantity = EventJson.Number(product["quantity"]) ?? 1;
            var sku = EventJson.Text(product, "sku", "product_id", "productId");
            record.Lines.Add(new InteractionLine(
                EventJson.Short(EventJson.Text(product, "name")) ?? sku ?? "Item", quantity, Total(EventJson.Number(product["price"]), quantity), sku));
        }
    }

    private static decimal? Total(decimal? price, decimal quantity)
    {
        try
        {
            return price * quantity;
        }
        catch (OverflowException)
        {
            return null; // nobody's price; the order's total stands
        }
    }
}
