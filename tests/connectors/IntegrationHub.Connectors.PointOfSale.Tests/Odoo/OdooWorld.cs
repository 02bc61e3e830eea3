using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Odoo;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Odoo;

/// <summary>An Odoo database with contacts, orders and loyalty cards.</summary>
public sealed class OdooWorld : HttpSourceWorld<OdooConnector>
{
    private const int ManyMin = 1_000;
    private const int ManyPerPage = 500;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private OdooStub _odoo = null!;

    public override string RecordKeyOf(string key) => _ids[key].ToString(CultureInfo.InvariantCulture);

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        var added = people.ToList();
        if (added.Count > ManyMin)
        {
            AddMany(added);
            return true;
        }

        foreach (var person in added)
        {
            var id = 1_000 + _ids.Count;
            _ids[person.Key] = id;
            _odoo.Add("res.partner", id, (Now - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds, new JObject { ["name"] = person.Name });
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _odoo = OdooStub.On(server);
        for (var i = 1; i <= 8; i++)
        {
            // Groups of four share a second, more than a page holds, and the later ones have the lower ids.
            var changed = (i / 4) + (0.1 * (9 - i));
            _odoo.Add("res.partner", i, changed, new JObject { ["is_blacklisted"] = i % 3 == 0, ["active"] = i % 2 == 0 });
            _odoo.AddOrder(i, changed);
            _odoo.Add("loyalty.card", i, changed, new JObject { ["partner_id"] = new JArray(i, "x"), ["program_type"] = "loyalty", ["code"] = $"0440-{i}" });
        }

        return Task.FromResult(_odoo.Settings);
    }

    protected override StubResponse FaultAnswer(WorldFault fault, StubRequest request) => fault == WorldFault.Unauthorized
        ? StubResponse.Json(OdooStub.Error("odoo.exceptions.AccessDenied"))
        : base.FaultAnswer(fault, request);

    // All of one import have the same second; the stub's own search takes too long for very many.
    private void AddMany(List<WorldPerson> people) => Server.On("POST", "/jsonrpc", request =>
    {
        var arguments = (JArray)request.Json()["params"]!["args"]!;
        var method = arguments.Count > 4 ? (string?)arguments[4] : null;
        JToken result = method switch
        {
            null => 7,
            "check_access_rights" => true,
            "fields_get" => new JObject { ["name"] = new JObject(), ["write_date"] = new JObject() },
            _ when (string?)arguments[3] != "res.partner" => new JArray(),
            _ => Page(people, (JArray)arguments[5]![0]!),
        };
        return StubResponse.Json(new JObject { ["result"] = result });
    });

    private static JArray Page(List<WorldPerson> people, JArray domain)
    {
        const string Changed = "2026-01-01 00:00:00";
        if (domain.Any(c => (string?)c[1] == ">=" && string.CompareOrdinal((string)c[2]!, Changed) > 0))
        {
            return [];
        }

        var after = domain.Where(c => (string?)c[0] == "id").Select(c => (int)c[2]!).FirstOrDefault();
        return new JArray(people.Skip(after).Take(ManyPerPage).Select((p, i) => Partner(p, after + i + 1, Changed)));
    }

    private static JObject Partner(WorldPerson person, int id, string changed) => new()
    {
        ["id"] = id,
        ["name"] = person.Name,
        ["active"] = true,
        ["email"] = person.Key + "@home.example",
        ["phone"] = "+1 402 555 0100",
        ["street"] = "1 High St",
        ["street2"] = false,
        ["city"] = "Springfield",
        ["zip"] = "68059",
        ["country_code"] = "US",
        ["lang"] = "en_US",
        ["is_blacklisted"] = true,
        ["write_date"] = changed,
    };
}
