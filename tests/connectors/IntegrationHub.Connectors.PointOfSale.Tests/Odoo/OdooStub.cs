using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Odoo;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Odoo;

/// <summary>Behaves as Odoo's JSON-RPC does: every error comes with status 200, archived records hide unless asked for, times keep
/// microseconds and show seconds.</summary>
internal sealed class OdooStub : IAsyncDisposable
{
    internal const string Password = "canary-odoo-93c1";

    private readonly Dictionary<string, List<JObject>> _models = new(StringComparer.Ordinal)
    {
        ["res.partner"] = [],
        ["res.partner.category"] = [],
        ["pos.order"] = [],
        ["pos.order.line"] = [],
        ["pos.payment"] = [],
        ["loyalty.card"] = [],
    };

    private OdooStub(StubServer server)
    {
        Server = server;
        Server.On("POST", "/jsonrpc", Answer);
    }

    internal StubServer Server { get; }

    internal JObject Settings => new()
    {
        ["url"] = Server.Address.AbsoluteUri,
        ["database"] = "shop",
        ["login"] = "hub@example.com",
        ["password"] = Password,
        ["pageSize"] = 3,
        ["requestsPerSecond"] = 100_000,
    };

    internal ConnectorContext Context { get; } = new() { SourceName = "odoo" };

    internal static OdooStub On(StubServer server) => new(server);

    internal static async Task<OdooStub> StartAsync() => new(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    /// <summary>Starts with what a real Odoo 17 had answered.</summary>
    internal static async Task<OdooStub> StartRecordedAsync()
    {
        var odoo = await StartAsync();
        var recorded = JObject.Parse(await File.ReadAllTextAsync(Repo.PathOf("tests", "support", "data", "odoo", "odoo17.json")));
        foreach (var (model, records) in recorded)
        {
            odoo._models[model].AddRange(records!.Cast<JObject>());
        }

        return odoo;
    }

    internal static string At(double seconds) =>
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    internal void Remove(string model) => _models.Remove(model);

    internal JObject Add(string model, int id, double changed, JObject? more = null)
    {
        var record = new JObject { ["id"] = id, ["name"] = "Fictional " + id.ToString(CultureInfo.InvariantCulture), ["active"] = true, ["write_date"] = At(changed) };
        record.Merge(more ?? [], new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace, MergeNullValueHandling = MergeNullValueHandling.Merge });
        _models[model].Add(record);
        return record;
    }

    internal void AddOrder(int id, double changed, decimal total = 19.98m, JObject? more = null)
    {
        var sign = Math.Sign(total);
        var order = new JObject
        {
            ["date_order"] = At(changed)[..19],
            ["amount_total"] = total,
            ["state"] = "done",
            ["partner_id"] = new JArray(7, "Walter Sample"),
            ["currency_id"] = new JArray(1, "USD"),
            ["config_id"] = new JArray(1, "Corner shop"),
            ["pos_reference"] = "Order 1",
        };
        order.Merge(more ?? []);
        Add("pos.order", id, changed, order);
        Add("pos.order.line", id * 10, changed, new JObject
        {
            ["order_id"] = new JArray(id, "x"),
            ["full_product_name"] = "Argyle socks",
            ["product_id"] = new JArray(4, "[SOCK-7] Argyle socks"),
            ["qty"] = 2.0m * sign,
            ["price_subtotal_incl"] = total,
        });
        Add("pos.payment", id * 10, changed, new JObject
        {
            ["pos_order_id"] = new JArray(id, "x"),
            ["payment_method_id"] = new JArray(2, "Card"),
            ["card_type"] = "VISA",
            ["card_no"] = "************4242",
            ["cardholder_name"] = "W SAMPLE",
            ["transaction_id"] = "tx-secret",
            ["is_change"] = false,
        });
    }

    internal Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new OdooConnector(), Settings, new ReadRequest(streams, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), Context,
        cancellationToken: TestContext.Current.CancellationToken);

    internal static JObject Error(string name) => new()
    {
        ["jsonrpc"] = "2.0",
        ["error"] = new JObject
        {
            ["code"] = 200,
            ["message"] = "Odoo Server Error",
            ["data"] = new JObject { ["name"] = name, ["debug"] = "Traceback ... jane.doe@shop.example " + Password, ["arguments"] = new JArray("Access Denied") },
        },
    };

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private StubResponse Answer(StubRequest request)
    {
        var call = (JObject)request.Json()["params"]!;
        var arguments = (JArray)call["args"]!;
        if ((string?)arguments[0] != "shop")
        {
            return StubResponse.Json(Error("psycopg2.OperationalError"));
        }

        var isGood = (string?)arguments[2] == Password;
        if ((string?)call["service"] == "common")
        {
            return Result(isGood && (string?)arguments[1] == "hub@example.com" ? 7 : new JValue(false));
        }

        return isGood ? Execute((string)arguments[3]!, (string)arguments[4]!, (JArray)arguments[5]!, (JObject)arguments[6]!) : StubResponse.Json(Error("odoo.exceptions.AccessDenied"));
    }

    private StubResponse Execute(string model, string method, JArray arguments, JObject options)
    {
        if (!_models.TryGetValue(model, out var records))
        {
            return StubResponse.Json(Error("odoo.exceptions.UserError"));
        }

        return method switch
        {
            "check_access_rights" => Result(true),
            "fields_get" => Result(new JObject(records.SelectMany(r => r.Properties()).Select(p => p.Name)
                .Concat(["name", "write_date"]).Distinct(StringComparer.Ordinal).Select(n => new JProperty(n, new JObject { ["type"] = "char" })))),
            _ => Result(Search(records, (JArray)arguments[0], options)),
        };
    }

    private static JArray Search(List<JObject> records, JArray domain, JObject options)
    {
        var isArchivedShown = options["context"]?["active_test"] is JValue { Value: false };
        var found = records
            .Where(r => isArchivedShown || r["active"] is not JValue { Value: false })
            .Where(r => domain.All(c => Matches(r, (JArray)c)));
        var ordered = (string?)options["order"] == "id"
            ? found.OrderBy(r => (long)r["id"]!)
            : found.OrderBy(r => (string)r["write_date"]!, StringComparer.Ordinal).ThenBy(r => (long)r["id"]!);
        var fields = options["fields"]!.Select(f => (string)f!).Prepend("id").ToList();
        return new JArray(ordered.Take((int)options["limit"]!).Select(r => new JObject(fields.Select(f => new JProperty(f, Shown(r, f))))));
    }

    private static JToken Shown(JObject record, string field) => record[field] switch
    {
        null or { Type: JTokenType.Null } => new JValue(false),
        JValue { Value: string text } when field == "write_date" => text[..19],
        var value => value.DeepClone(),
    };

    private static bool Matches(JObject record, JArray condition)
    {
        var value = record[(string)condition[0]!];
        value = value is JArray { Count: 2 } link && link[0].Type == JTokenType.Integer ? link[0] : value;
        var bound = condition[2];
        if ((string?)condition[1] == "in")
        {
            return bound.Any(b => JToken.DeepEquals(b, value));
        }

        if ((string?)condition[1] == "!=")
        {
            return value is not null && !JToken.DeepEquals(value, bound);
        }

        var order = bound.Type == JTokenType.Integer ? ((long)value!).CompareTo((long)bound) : string.CompareOrdinal((string)value!, (string)bound!);
        return (string?)condition[1] switch { ">=" => order >= 0, ">" => order > 0, "<" => order < 0, _ => throw new InvalidOperationException("An operator that the stub does not know.") };
    }

    private static StubResponse Result(JToken result) => StubResponse.Json(new JObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["result"] = result });
}
