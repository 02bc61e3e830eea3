using System.Globalization;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Makes an interaction <c>order</c> of each order that a visit made.</summary>
internal static class OrderMapping
{
    private const int LinesMax = 500;
    private const int CategoriesMax = 20;

    internal static IEnumerable<Message> Map(MatomoVisit visit, string stream)
    {
        foreach (var action in visit.Actions.Where(a => (string?)a["type"] == "ecommerceOrder"))
        {
            yield return Map(visit, action, stream);
        }
    }

    private static Message Map(MatomoVisit visit, JObject action, string stream)
    {
        var orderId = action["orderId"] is JValue { Value: { } id } ? Convert.ToString(id, CultureInfo.InvariantCulture) : null;
        if (string.IsNullOrEmpty(orderId) || visit.TimeOf(action) is not { } at)
        {
            return new RejectedRecord(stream, "An order has no orderId or no time; expected both.", action.ToString(Formatting.None)) { Key = orderId };
        }

        var record = new InteractionRecord(stream, orderId, "order", at)
        {
            Channel = "online",
            Direction = "in",
            Title = "Order " + orderId,
            Amount = MatomoVisit.NumberOf(action["revenue"]),
            Currency = visit.Known("siteCurrency"),
        };
        PersonOfVisit.Attach(record, visit);
        record.Details["orderId"] = orderId;
        record.Details["visit"] = visit.Id;
        foreach (var (name, field) in new[] { ("subtotal", "revenueSubTotal"), ("tax", "revenueTax"), ("shipping", "revenueShipping"), ("discount", "revenueDiscount") })
        {
            if (MatomoVisit.NumberOf(action[field]) is { } number and not 0)
            {
                record.Details[name] = number;
            }
        }

        AddLines(record, action);
        return record;
    }

    private static void AddLines(InteractionRecord record, JObject action)
    {
        var categories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in (action["itemDetails"] as JArray ?? []).OfType<JObject>().Take(LinesMax))
        {
            var quantity = MatomoVisit.NumberOf(item["quantity"]) ?? 1;
            var sku = item["itemSKU"]?.ToString();
            var name = item["itemName"]?.ToString();
            record.Lines.Add(new InteractionLine(
                string.IsNullOrWhiteSpace(name) ? sku ?? "Item" : name,
                quantity,
                MatomoVisit.NumberOf(item["price"]) * quantity,
                string.IsNullOrWhiteSpace(sku) ? null : sku));
            if (item["itemCategory"]?.ToString() is { Length: > 0 } category && categories.Count < CategoriesMax)
            {
                categories.Add(category);
            }
        }

        if (categories.Count > 0)
        {
            record.Details["categories"] = new JArray(categories);
        }
    }
}
