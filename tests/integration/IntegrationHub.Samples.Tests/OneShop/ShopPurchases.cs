using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Samples.Tests.OneShop;

/// <summary>What was bought in the sample, as the shop's systems tell it: the buyer's record, the order, its lines.</summary>
internal static class ShopPurchases
{
    internal static IEnumerable<(string Buyer, string Order, string Lines)> All() => [.. AtTheTill(), .. InTheOutlet(), .. InTheBranch(), .. InMatomo(), .. InTheWebShop()];

    private static IEnumerable<(string Buyer, string Order, string Lines)> AtTheTill() => Read("square-orders.json")
        .Select(o => ($"till/people/{o["customer_id"]}", $"till/{o["id"]}", Names(o["line_items"], "name")));

    private static IEnumerable<(string Buyer, string Order, string Lines)> InTheOutlet() => Read("shopify.json")["orders"]!
        .Select(o => ($"outlet/people/{o["customer"]!["legacyResourceId"]}", $"outlet/{o["legacyResourceId"]}", Names(o["lineItems"]!["nodes"], "name")));

    private static IEnumerable<(string Buyer, string Order, string Lines)> InTheBranch()
    {
        var odoo = Read("odoo.json");
        return
            from order in odoo["pos.order"]!
            join line in odoo["pos.order.line"]! on (int)order["id"]! equals (int)line["order_id"]![0]! into lines
            select ($"branch/people/{order["partner_id"]![0]}", $"branch/{order["id"]}", Names(new JArray(lines), "full_product_name"));
    }

    private static IEnumerable<(string Buyer, string Order, string Lines)> InMatomo() =>
        from visit in Read("matomo-visits.json")
        from action in visit["actionDetails"]!
        where (string?)action["type"] == "ecommerceOrder"
        select ($"stats/people/user:{visit["userId"]}", $"stats/{action["orderId"]}", Names(action["itemDetails"], "itemName"));

    private static IEnumerable<(string Buyer, string Order, string Lines)> InTheWebShop() => Read("web-events.json")["batch"]!
        .Where(e => (string?)e["event"] == "Order Completed")
        .Select(e => ($"shop/people/user:{e["userId"]}", $"shop/{e["properties"]!["order_id"]}", Names(e["properties"]!["products"], "name")));

    private static string Names(JToken? lines, string name) => string.Join(", ", lines!.Select(l => (string?)l[name]));

    private static JToken Read(string file) => JToken.Parse(File.ReadAllText(Repo.PathOf("samples", "04-one-shop", "data", file)));
}
