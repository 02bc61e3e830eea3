using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Tells an online order from one in a store.</summary>
internal static class SquareChannel
{
    private static readonly string[] OnlineWords = ["online", "ecommerce", "e-commerce", "web"];

    /// <summary>Something to be sent or delivered was ordered online; else the name of the source decides.
    /// Pickup alone says nothing, shops take such orders at the counter too.</summary>
    internal static string Of(JObject order)
    {
        var isSent = (order["fulfillments"] as JArray ?? []).Any(f => (string?)f["type"] is "SHIPMENT" or "DELIVERY");
        var source = (string?)(order["source"] as JObject)?["name"] ?? string.Empty;
        return isSent || Array.Exists(OnlineWords, word => source.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "online" : "store";
    }
}
