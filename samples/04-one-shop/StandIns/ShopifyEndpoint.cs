using System.Globalization;
using IntegrationHub.Cli.Demo;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>Answers the queries for customers and orders as Shopify's Admin API does: the token in a header, pages by cursor, oldest
/// change first. Which query it is, it knows by the name.</summary>
internal sealed class ShopifyEndpoint(string token)
{
    private readonly JObject _lists = ShopFiles.ReadLists("shopify.json");

    public async Task<StubAnswer> AnswerAsync(HttpRequest request)
    {
        if (request.Headers["X-Shopify-Access-Token"] != token)
        {
            return new StubAnswer(StatusCodes.Status401Unauthorized, new JObject { ["errors"] = "[API] Invalid API key or access token" });
        }

        var body = await ShopFiles.ReadBodyAsync(request);
        var variables = body["variables"] as JObject ?? [];
        return ((string)body["query"]!).Split(['(', ' '])[1] switch
        {
            "Check" => Data(new JObject
            {
                ["shop"] = new JObject { ["name"] = "Larkspur & Pike Outlet", ["currencyCode"] = "USD" },
                ["currentAppInstallation"] = new JObject { ["accessScopes"] = new JArray(Scope("read_customers"), Scope("read_orders"), Scope("read_all_orders")) },
            }),
            "Customers" => Page("customers", variables),
            "Orders" => Page("orders", variables),
            _ => StubAnswer.Ok(new JObject { ["errors"] = new JArray(new JObject { ["extensions"] = new JObject { ["code"] = "undefinedField" } }) }),
        };
    }

    // Times are all written alike, so they compare as texts.
    private StubAnswer Page(string name, JObject variables)
    {
        var since = ((string?)variables["query"])?.Split('\'')[1];
        var start = int.Parse((string?)variables["after"] ?? "0", CultureInfo.InvariantCulture);
        var end = start + (int)variables["first"]!;
        var found = _lists[name]!.Where(r => string.CompareOrdinal((string?)r["updatedAt"], since) >= 0).OrderBy(r => (string?)r["updatedAt"], StringComparer.Ordinal).ToList();
        return Data(new JObject
        {
            [name] = new JObject
            {
                ["nodes"] = new JArray(found.Take(end).Skip(start)),
                ["pageInfo"] = new JObject { ["hasNextPage"] = found.Count > end, ["endCursor"] = end.ToString(CultureInfo.InvariantCulture) },
            },
        });
    }

    private static JObject Scope(string handle) => new() { ["handle"] = handle };

    private static StubAnswer Data(JObject data) => StubAnswer.Ok(new JObject { ["data"] = data });
}
