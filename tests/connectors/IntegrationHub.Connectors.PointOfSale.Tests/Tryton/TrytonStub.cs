using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>Behaves as the JSON-RPC of Tryton 6.0 does: a session in a header, most errors with status 200, no time of change before the
/// first change. <see cref="TrytonServerTests"/> show that the real one does.</summary>
internal sealed class TrytonStub : IAsyncDisposable
{
    internal const string Password = "canary-tryton-5d0e";
    internal const string Session = "1f9b0c";

    private readonly Dictionary<string, List<JObject>> _models = new(StringComparer.Ordinal) { [TrytonParty.Model] = [], [TrytonSale.Model] = [] };

    private TrytonStub(StubServer server)
    {
        Server = server;
        Server.On("POST", "/shop/", Answer);
    }

    internal StubServer Server { get; }

    internal JObject Settings => new()
    {
        ["url"] = Server.Address.AbsoluteUri,
        ["database"] = "shop",
        ["login"] = "hub",
        ["password"] = Password,
        ["pageSize"] = 3,
        ["requestsPerSecond"] = 100_000,
    };

    /// <summary>Gets or sets a search for parties that is faster than the stub's own; from the arguments to a page.</summary>
    internal Func<JArray, JArray>? SearchParties { get; set; }

    internal ConnectorContext Context { get; } = new() { SourceName = "tryton" };

    internal static TrytonStub On(StubServer server) => new(server);

    internal static async Task<TrytonStub> StartAsync() => new(await StubServer.StartAsync(TestContext.Current.CancellationToken));

    internal static DateTimeOffset At(double seconds) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds);

    internal static JObject Money(string amount) => new() { ["__class__"] = "Decimal", ["decimal"] = amount };

    internal void Remove(string model) => _models.Remove(model);

    internal JObject AddParty(int id, DateTimeOffset created, JObject? more = null)
    {
        var party = new JObject
        {
            ["id"] = id,
            ["name"] = "Fictional " + id.ToString(CultureInfo.InvariantCulture),
            ["code"] = (1000 + id).ToString(CultureInfo.InvariantCulture),
            ["active"] = true,
            ["create_date"] = TrytonValues.Write(created),
            ["write_date"] = null,
            ["contact_mechanisms."] = new JArray(),
            ["addresses."] = new JArray(),
            ["identifiers."] = new JArray(),
            ["categories."] = new JArray(),
        };
        party.Merge(more ?? []);
        _models[TrytonParty.Model].Add(party);
        return party;
    }

    internal JObject AddSale(int id, DateTimeOffset created, string total = "19.98", JObject? more = null)
    {
        var sale = new JObject
        {
            ["id"] = id,
            ["number"] = "S" + id.ToString(CultureInfo.InvariantCulture),
            ["state"] = "done",
            ["party"] = 7,
            ["sale_date"] = new JObject { ["__class__"] = "date", ["year"] = 2026, ["month"] = 1, ["day"] = 2 },
            ["total_amount"] = Money(total),
            ["currency."] = new JObject { ["id"] = 1, ["code"] = "USD" },
            ["create_date"] = TrytonValues.Write(created),
            ["write_date"] = null,
            ["lines."] = new JArray(new JObject { ["id"] = id, ["type"] = "line", ["description"] = "Argyle socks", ["quantity"] = 2.0m, ["amount"] = Money(total) }),
        };
        sale.Merge(more ?? []);
        _models[TrytonSale.Model].Add(sale);
        return sale;
    }

    internal Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => MessageCollector.ReadAsync(
        new TrytonConnector(), Settings, new ReadRequest(streams, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), Context,
        cancellationToken: TestContext.Current.CancellationToken);

    internal static StubResponse Error(string error) => StubResponse.Json(new JObject
    {
        ["id"] = 1,
        ["error"] = new JArray(error, new JArray("jane.doe@shop.example may not", "Traceback ... " + Password)),
    });

    internal static StubResponse Result(JToken result) => StubResponse.Json(new JObject { ["id"] = 1, ["result"] = result });

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private StubResponse Answer(StubRequest request)
    {
        var call = (JObject)request.Json();
        var arguments = (JArray)call["params"]!;
        var method = (string)call["method"]!;
        if (method == "common.db.login")
        {
            return (string?)arguments[0] == "hub" && (string?)arguments[1]["password"] == Password ? Result(new JArray(4, Session)) : StubResponse.Json(new JObject(), 401);
        }

        if (request.Headers.GetValueOrDefault("Authorization") != "Session " + Convert.ToBase64String(Encoding.UTF8.GetBytes("hub:4:" + Session)))
        {
            return StubResponse.Json(new JObject(), 401);
        }

        if (method == "model.res.user.get_preferences")
        {
            return Result(new JObject { ["company"] = 1, ["language"] = "en" });
        }

        var model = method["model.".Length..method.LastIndexOf('.')];
        if (SearchParties is not null && model == TrytonParty.Model)
        {
            return Result(SearchParties(arguments));
        }

        return _models.TryGetValue(model, out var records) ? Result(Search(records, arguments)) : Error($"'{model}'");
    }

    private static JArray Search(List<JObject> records, JArray arguments)
    {
        var isArchivedShown = arguments[5]["active_test"] is JValue { Value: false };
        return new JArray(records
            .Where(r => isArchivedShown || !r.IsArchived())
            .Where(r => !arguments[0].Any() || TrytonDomain.Matches(r, (JArray)arguments[0]))
            .OrderBy(r => (long)r["id"]!)
            .Take((int)arguments[2]));
    }
}
