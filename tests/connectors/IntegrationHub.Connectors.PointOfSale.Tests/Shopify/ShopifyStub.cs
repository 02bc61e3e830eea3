using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Shopify;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Shopify;

/// <summary>Behaves as Shopify's Admin API does for one shop: pages by cursor, oldest change first, and a budget of query cost.</summary>
internal sealed class ShopifyStub : IAsyncDisposable
{
    internal const string Token = "canary-shpat-28d4";
    internal const string Path = "/admin/api/" + ShopifyQueries.Version + "/graphql.json";

    private readonly List<JObject> _customers = [];
    private readonly List<JObject> _orders = [];
    private readonly Dictionary<string, JObject> _refunds = new(StringComparer.Ordinal);

    private ShopifyStub(StubServer server)
    {
        Server = server;
        Server.On("POST", Path, Answer);
    }

    internal StubServer Server { get; }

    /// <summary>Gets or sets how many of the next queries find the budget spent.</summary>
    internal int Throttled { get; set; }

    internal JObject Settings => new()
    {
        ["url"] = Server.Address.AbsoluteUri,
        ["accessToken"] = Token,
        ["customersPerPage"] = 3,
        ["ordersPerPage"] = 3,
    };

    internal static ShopifyStub On(StubServer server) => new(server);

    internal static async Task<ShopifyStub> StartAsync() => new(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    internal static string At(int minute) =>
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal void AddCustomer(string id, int updated, JObject? more = null)
    {
        var customer = new JObject
        {
            ["legacyResourceId"] = id,
            ["createdAt"] = At(0),
            ["updatedAt"] = At(updated),
            ["firstName"] = "Fictional",
            ["lastName"] = null,
            ["tags"] = new JArray(),
            ["defaultEmailAddress"] = null,
            ["defaultPhoneNumber"] = null,
            ["defaultAddress"] = null,
        };
        customer.Merge(more ?? []);
        _customers.Add(customer);
    }

    internal JObject AddOrder(string id, int updated, JObject? more = null)
    {
        var order = new JObject
        {
            ["id"] = "gid://shopify/Order/" + id,
            ["legacyResourceId"] = id,
            ["name"] = "#" + id,
            ["createdAt"] = At(updated - 1),
            ["processedAt"] = At(updated - 1),
            ["updatedAt"] = At(updated),
            ["cancelledAt"] = null,
            ["test"] = false,
            ["sourceName"] = "web",
            ["retailLocation"] = null,
            ["customer"] = new JObject { ["legacyResourceId"] = "c1" },
            ["totalPriceSet"] = Money("19.98"),
            ["discountCodes"] = new JArray(),
            ["lineItems"] = Connection([Line("Argyle socks")], hasNext: false),
            ["transactions"] = new JArray(),
            ["refunds"] = new JArray(),
        };
        order.Merge(more ?? [], new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace, MergeNullValueHandling = MergeNullValueHandling.Merge });
        _orders.Add(order);
        return order;
    }

    internal void AddRefund(JObject order, string id)
    {
        var gid = "gid://shopify/Refund/" + id;
        ((JArray)order["refunds"]!).Add(new JObject { ["id"] = gid });
        _refunds[gid] = new JObject
        {
            ["legacyResourceId"] = id,
            ["createdAt"] = At(500),
            ["processedAt"] = At(500),
            ["totalRefundedSet"] = Money("9.99"),
            ["refundLineItems"] = new JObject
            {
                ["nodes"] = new JArray(new JObject { ["quantity"] = 1, ["subtotalSet"] = Money("9.99"), ["lineItem"] = new JObject { ["name"] = "Argyle socks", ["sku"] = "SOCK-7" } }),
            },
        };
    }

    internal static JObject Money(string amount) => new() { ["shopMoney"] = new JObject { ["amount"] = amount, ["currencyCode"] = "USD" } };

    internal static JObject Line(string name) => new() { ["name"] = name, ["quantity"] = 2, ["sku"] = "SOCK-7", ["discountedTotalSet"] = Money("19.98") };

    internal static JObject Connection(IEnumerable<JToken> nodes, bool hasNext, string? end = null) => new()
    {
        ["nodes"] = new JArray(nodes),
        ["pageInfo"] = new JObject { ["hasNextPage"] = hasNext, ["endCursor"] = end },
    };

    internal static StubResponse Data(JObject data) => StubResponse.Json(new JObject { ["data"] = data, ["extensions"] = Cost(1_900) });

    internal static StubResponse Error(string code) => StubResponse.Json(new JObject
    {
        ["errors"] = new JArray(new JObject { ["message"] = "about jane.doe@shop.example", ["extensions"] = new JObject { ["code"] = code } }),
        ["extensions"] = Cost(40),
    });

    internal Task<MessageCollector> ReadAsync(TimeProvider clock, params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new ShopifyConnector(), Settings, new ReadRequest(streams, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)),
        new ConnectorContext { SourceName = "shop", Clock = clock }, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static JObject Cost(int available) => new()
    {
        ["cost"] = new JObject
        {
            ["requestedQueryCost"] = 10,
            ["throttleStatus"] = new JObject { ["maximumAvailable"] = 2_000, ["currentlyAvailable"] = available, ["restoreRate"] = 100 },
        },
    };

    private StubResponse Answer(StubRequest request)
    {
        if (request.Headers.GetValueOrDefault("X-Shopify-Access-Token") != Token)
        {
            return StubResponse.Json(new JObject { ["errors"] = "[API] Invalid API key or access token (unrecognized login or wrong password)" }, 401);
        }

        if (Throttled > 0)
        {
            Throttled--;
            return Error("THROTTLED");
        }

        var body = (JObject)request.Json();
        var query = (string)body["query"]!;
        var variables = (JObject)body["variables"]!;
        var id = (string?)variables["id"];
        return query.Split(['(', ' '])[1] switch
        {
            "Check" => Data(new JObject
            {
                ["shop"] = new JObject { ["name"] = "Shop" },
                ["currentAppInstallation"] = new JObject { ["accessScopes"] = new JArray(new JObject { ["handle"] = "read_customers" }, new JObject { ["handle"] = "write_orders" }) },
            }),
            "Customers" => Data(new JObject { ["customers"] = Page(_customers, variables) }),
            "Orders" => Data(new JObject { ["orders"] = Page(_orders, variables) }),
            "OrderLines" => Data(new JObject { ["order"] = new JObject { ["lineItems"] = Connection([Line("Khakis")], hasNext: false) } }),
            "OrderRefunds" => Data(new JObject { ["order"] = new JObject { ["refunds"] = _orders.First(o => (string?)o["id"] == id)["refunds"]!.DeepClone() } }),
            "Refund" => Data(new JObject { ["refund"] = _refunds[id!].DeepClone() }),
            _ => Error("undefinedField"),
        };
    }

    private static JObject Page(List<JObject> records, JObject variables)
    {
        var from = ((string?)variables["query"])?.Split('\'')[1];
        var start = int.Parse((string?)variables["after"] ?? "0", CultureInfo.InvariantCulture);
        var first = (int)variables["first"]!;
        var found = records
            .Where(r => from is null || string.CompareOrdinal((string)r["updatedAt"]!, from) >= 0)
            .OrderBy(r => (string)r["updatedAt"]!, StringComparer.Ordinal)
            .Skip(start)
            .Take(first + 1)
            .ToList();
        var next = (start + first).ToString(CultureInfo.InvariantCulture);
        return Connection(found.Take(first).Select(Short), found.Count > first, next);
    }

    // The query asks for the first ten refunds of an order.
    private static JObject Short(JObject record)
    {
        var shown = (JObject)record.DeepClone();
        if (shown["refunds"] is JArray refunds)
        {
            shown["refunds"] = new JArray(refunds.Take(10));
        }

        return shown;
    }
}
