using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>Behaves as Square's API does for one seller: paging cursors, filters, and the rules it refuses requests by.</summary>
internal sealed class SquareStub : IAsyncDisposable
{
    internal const string Token = "canary-square-51ab";

    private readonly List<JObject> _customers = [];
    private readonly List<JObject> _orders = [];
    private readonly List<JObject> _loyaltyAccounts = [];
    private readonly List<JObject> _loyaltyEvents = [];
    private readonly List<string> _locations = ["L1"];

    private SquareStub(StubServer server)
    {
        Server = server;
        Server.On("GET", "/v2/locations", r => Checked(r, () => new JObject
        {
            ["locations"] = new JArray(_locations.Select(l => new JObject { ["id"] = l, ["name"] = "Shop " + l })),
        }));
        Server.On("GET", "/v2/customers", r => Checked(r, () => Page(
            "customers", _customers.OrderBy(c => (string)c["created_at"]!, StringComparer.Ordinal), Number(r.Query["limit"]), r.Query.GetValueOrDefault("cursor"))));
        Server.On("POST", "/v2/customers/search", r => Checked(r, () => SearchCustomers((JObject)r.Json())));
        Server.On("POST", "/v2/customers/bulk-retrieve", r => Checked(r, () => Retrieve((JObject)r.Json())));
        Server.On("POST", "/v2/orders/search", r => Checked(r, () => SearchOrders((JObject)r.Json())));
        Server.On("POST", "/v2/loyalty/accounts/search", r => Checked(r, () => SearchLoyaltyAccounts((JObject)r.Json())));
        Server.On("POST", "/v2/loyalty/events/search", r => Checked(r, () => SearchLoyaltyEvents((JObject)r.Json())));
    }

    internal StubServer Server { get; }

    internal bool ForgetsCursors { get; set; }

    internal JObject Settings => new()
    {
        ["accessToken"] = Token,
        ["baseUrl"] = Server.Address.AbsoluteUri,
        ["pageSize"] = 3,
        ["requestsPerSecond"] = 100_000,
    };

    internal ConnectorContext Context { get; } = new() { SourceName = "shop" };

    internal static async Task<SquareStub> StartAsync() => On(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    internal static SquareStub On(StubServer server) => new(server);

    internal static StreamRequest Full(string stream) => new(stream, SyncMode.Full);

    internal static ReadRequest RequestOf(params StreamRequest[] streams) => new(streams, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Gives a time within 2026, so many minutes after its start.</summary>
    internal static string At(int minute) =>
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    internal JObject AddCustomer(string id, int created, int updated, JObject? more = null)
    {
        var customer = new JObject { ["id"] = id, ["created_at"] = At(created), ["updated_at"] = At(updated), ["given_name"] = "Fictional" };
        customer.Merge(more ?? []);
        _customers.Add(customer);
        return customer;
    }

    internal JObject AddOrder(string id, int updated, JObject? more = null, string location = "L1", string state = "COMPLETED")
    {
        var order = new JObject
        {
            ["id"] = id,
            ["location_id"] = location,
            ["created_at"] = At(updated - 1),
            ["updated_at"] = At(updated),
            ["state"] = state,
            ["line_items"] = new JArray(new JObject { ["name"] = "Argyle socks", ["quantity"] = "2", ["total_money"] = Money(1998, "USD") }),
            ["total_money"] = Money(1998, "USD"),
        };
        order.Merge(more ?? [], new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
        _orders.Add(order);
        return order;
    }

    internal void AddLoyaltyAccount(string id, string customer) => _loyaltyAccounts.Add(new JObject
    {
        ["id"] = id,
        ["program_id"] = "P1",
        ["customer_id"] = customer,
        ["balance"] = 90,
        ["lifetime_points"] = 120,
        ["mapping"] = new JObject { ["id"] = "M" + id, ["phone_number"] = "+14025550123" },
        ["created_at"] = At(1),
        ["updated_at"] = At(2),
    });

    internal void AddLoyaltyEvent(string id, string account, int created, JObject? more = null)
    {
        var entry = new JObject
        {
            ["id"] = id,
            ["type"] = "ADJUST_POINTS",
            ["created_at"] = At(created),
            ["loyalty_account_id"] = account,
            ["location_id"] = "L1",
            ["source"] = "SQUARE",
            ["adjust_points"] = new JObject { ["points"] = 5 },
        };
        entry.Merge(more ?? []);
        _loyaltyEvents.Add(entry);
    }

    internal void AddLocations(int count) => _locations.AddRange(Enumerable.Range(2, count - 1).Select(i => $"L{i}"));

    internal static JObject Money(long amount, string currency) => new() { ["amount"] = amount, ["currency"] = currency };

    internal Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new SquareConnector(), Settings, RequestOf(streams), Context, cancellationToken: TestContext.Current.CancellationToken);

    internal static StubResponse Refuse(int status, string category, string code) => StubResponse.Json(
        new JObject
        {
            ["errors"] = new JArray(new JObject { ["category"] = category, ["code"] = code, ["detail"] = "about jane.doe@shop.example" }),
        },
        status);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static StubResponse Checked(StubRequest request, Func<JObject> answer)
    {
        if (request.Headers.GetValueOrDefault("Authorization") != "Bearer " + Token)
        {
            return Refuse(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED");
        }

        try
        {
            return StubResponse.Json(answer());
        }
        catch (InvalidOperationException e)
        {
            return Refuse(400, "INVALID_REQUEST_ERROR", e.Message);
        }
    }

    private JObject SearchCustomers(JObject body)
    {
        var from = (string?)body.SelectToken("query.filter.updated_at.start_at");
        var found = _customers.Where(c => from is null || string.CompareOrdinal((string)c["updated_at"]!, from) >= 0);
        return Page("customers", found.OrderBy(c => (string)c["created_at"]!, StringComparer.Ordinal), (int)body["limit"]!, (string?)body["cursor"]);
    }

    private JObject Retrieve(JObject body)
    {
        var ids = body["customer_ids"]!.Select(i => (string)i!).ToList();
        return ids.Count is 0 or > 100
            ? throw new InvalidOperationException("ARRAY_LENGTH_TOO_LONG")
            : new JObject { ["responses"] = new JObject(ids.Select(i => new JProperty(i, Retrieved(i)))) };
    }

    private JObject Retrieved(string id) => _customers.Find(c => (string?)c["id"] == id) is { } customer
        ? new JObject { ["customer"] = customer.DeepClone() }
        : new JObject { ["errors"] = new JArray(new JObject { ["category"] = "INVALID_REQUEST_ERROR", ["code"] = "NOT_FOUND" }) };

    private JObject SearchOrders(JObject body)
    {
        var locations = body["location_ids"]!.Select(l => (string)l!).ToList();
        var from = (string?)body.SelectToken("query.filter.date_time_filter.updated_at.start_at");
        if (locations.Count > 10 || (from is not null && (string?)body.SelectToken("query.sort.sort_field") != "UPDATED_AT"))
        {
            throw new InvalidOperationException("BAD_REQUEST");
        }

        var states = body.SelectToken("query.filter.state_filter.states")?.Select(s => (string)s!).ToList();
        var found = _orders.Where(o => locations.Contains((string)o["location_id"]!, StringComparer.Ordinal)
            && states?.Contains((string)o["state"]!, StringComparer.Ordinal) != false
            && (from is null || string.CompareOrdinal((string)o["updated_at"]!, from) >= 0));
        return Page("orders", found.OrderBy(o => (string)o["updated_at"]!, StringComparer.Ordinal), (int)body["limit"]!, (string?)body["cursor"]);
    }

    private JObject SearchLoyaltyAccounts(JObject body) => (int)body["limit"]! > 200
        ? throw new InvalidOperationException("VALUE_TOO_HIGH")
        : Page("loyalty_accounts", _loyaltyAccounts, (int)body["limit"]!, (string?)body["cursor"]);

    private JObject SearchLoyaltyEvents(JObject body)
    {
        if ((int)body["limit"]! > 30)
        {
            throw new InvalidOperationException("VALUE_TOO_HIGH");
        }

        var from = (string?)body.SelectToken("query.filter.date_time_filter.created_at.start_at");
        var found = _loyaltyEvents.Where(e => from is null || string.CompareOrdinal((string)e["created_at"]!, from) >= 0);
        return Page("events", found.OrderByDescending(e => (string)e["created_at"]!, StringComparer.Ordinal), (int)body["limit"]!, (string?)body["cursor"]);
    }

    // As Square does, an empty page has no array at all and the last page no cursor.
    private JObject Page(string name, IEnumerable<JObject> records, int limit, string? cursor)
    {
        if (cursor is not null && ForgetsCursors)
        {
            throw new InvalidOperationException("INVALID_CURSOR");
        }

        var all = records.ToList();
        var start = cursor is null ? 0 : Number(cursor["at-".Length..]);
        var page = new JObject();
        if (start < all.Count)
        {
            page[name] = new JArray(all.Skip(start).Take(limit).Select(r => r.DeepClone()));
        }

        if (start + limit < all.Count)
        {
            page["cursor"] = string.Create(CultureInfo.InvariantCulture, $"at-{start + limit}");
        }

        return page;
    }
}
