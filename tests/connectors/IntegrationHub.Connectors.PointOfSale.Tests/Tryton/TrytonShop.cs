using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>A company on a real Tryton, with a currency, a product, and users for the hub.</summary>
public sealed class TrytonShop : IAsyncLifetime
{
    internal const string Password = "canary-hub-9f3k";

    private int _company;
    private int _currency;
    private int _country;
    private int _english;
    private int _product;
    private int _unit;

    internal TrytonServer Server { get; } = new();

    internal JObject Settings => new()
    {
        ["url"] = Server.Address.AbsoluteUri,
        ["database"] = TrytonServer.Database,
        ["login"] = "hub",
        ["password"] = Password,
        ["pageSize"] = 2,
        ["requestsPerSecond"] = 100_000,
    };

    internal ConnectorContext Context { get; } = new() { SourceName = "tryton" };

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        _currency = await Server.CreateAsync("currency.currency", new JObject { ["name"] = "US dollar", ["symbol"] = "$", ["code"] = "USD", ["digits"] = 2, ["rounding"] = TrytonStub.Money("0.01") });
        var party = await Server.CreateAsync("party.party", new JObject { ["name"] = "Larkspur & Pike" });
        _company = await Server.CreateAsync("company.company", new JObject { ["party"] = party, ["currency"] = _currency });
        await Server.CallAsync("res.user", "write", new JArray(1), new JObject { ["companies"] = Link("add", _company), ["company"] = _company });
        Server.Context = new JObject { ["company"] = _company };
        _country = await Server.CreateAsync("country.country", new JObject { ["name"] = "United States", ["code"] = "US" });
        _english = await Server.FindAsync("ir.lang", "code", "en");
        _unit = await Server.FindAsync("product.uom", "name", "Unit");
        var template = await Server.CreateAsync("product.template", new JObject
        {
            ["name"] = "Argyle socks",
            ["type"] = "service",
            ["default_uom"] = _unit,
            ["sale_uom"] = _unit,
            ["salable"] = true,
            ["list_price"] = TrytonStub.Money("9.99"),
            ["products"] = Make(new JObject { ["suffix_code"] = "SOCK-7" }),
        });
        _product = (int)(await Server.CallAsync("product.template", "read", new JArray(template), new JArray("products")))[0]!["products"]![0]!;
        await AddUserAsync("hub", await Server.FindAsync("res.group", "name", "Sales"));
        await AddUserAsync("newcomer", null);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Writes what belongs to a record along with it.</summary>
    internal static JArray Make(params JObject[] records) => [new JArray("create", new JArray(records))];

    /// <summary>Makes a party with one address, e-mail address and phone.</summary>
    internal Task<int> AddPartyAsync(string name, string email) => Server.CreateAsync("party.party", new JObject
    {
        ["name"] = name,
        ["lang"] = _english,
        ["contact_mechanisms"] = Make(
            new JObject { ["type"] = "email", ["value"] = email },
            new JObject { ["type"] = "mobile", ["value"] = "+14025550101" },
            new JObject { ["type"] = "fax", ["value"] = "+14025550199" }),
        ["addresses"] = Make(new JObject { ["street"] = "1 High St\nApt 2", ["city"] = "Springfield", ["postal_code"] = "68059", ["country"] = _country }),
    });

    /// <summary>Sells socks to a party and confirms the sale; a negative quantity is a return.</summary>
    internal async Task<int> SellAsync(int party, double quantity, int? returned = null)
    {
        var address = await PartOfAsync(party, "addresses");
        var sale = await Server.CreateAsync("sale.sale", new JObject
        {
            ["party"] = party,
            ["company"] = _company,
            ["currency"] = _currency,
            ["invoice_address"] = address,
            ["shipment_address"] = address,
            ["invoice_method"] = "manual", // Neither invoice nor shipment needs accounts and stock then.
            ["shipment_method"] = "manual",
            ["origin"] = returned is null ? null : string.Create(CultureInfo.InvariantCulture, $"sale.sale,{returned}"),
            ["lines"] = Make(
                new JObject { ["type"] = "line", ["product"] = _product, ["unit"] = _unit, ["quantity"] = quantity, ["unit_price"] = TrytonStub.Money("9.99") },
                new JObject { ["type"] = "comment", ["description"] = "Thank you." }),
        });
        await Server.CallAsync("sale.sale", "quote", new JArray(sale));
        await Server.CallAsync("sale.sale", "confirm", new JArray(sale));
        return sale;
    }

    /// <summary>Gets the id of the first of what belongs to a party.</summary>
    internal async Task<int> PartOfAsync(int party, string part) =>
        (int)(await Server.CallAsync("party.party", "read", new JArray(party), new JArray(part)))[0]![part]![0]!;

    internal async Task<MessageCollector> ReadAsync(params StreamRequest[] streams) => await MessageCollector.ReadAsync(
        new TrytonConnector(), Settings, new ReadRequest(streams, TimeProvider.System.GetUtcNow()), Context, cancellationToken: TestContext.Current.CancellationToken);

    private static JArray Link(string how, int id) => [new JArray(how, new JArray(id))];

    private Task<int> AddUserAsync(string login, int? group) => Server.CreateAsync("res.user", new JObject
    {
        ["name"] = login,
        ["login"] = login,
        ["password"] = Password,
        ["companies"] = Link("add", _company),
        ["company"] = _company,
        ["groups"] = group is { } id ? Link("add", id) : new JArray(),
    });
}
