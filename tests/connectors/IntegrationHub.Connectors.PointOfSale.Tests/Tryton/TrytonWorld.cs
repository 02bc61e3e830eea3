using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Tryton;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>A Tryton database with parties and sales.</summary>
public sealed class TrytonWorld : HttpSourceWorld<TrytonConnector>
{
    private const int ManyMin = 1_000;
    private const int FirstAdded = 1_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private TrytonStub _tryton = null!;

    public override string RecordKeyOf(string key) => _ids[key].ToString(CultureInfo.InvariantCulture);

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        var added = people.ToList();
        if (added.Count > ManyMin)
        {
            _tryton.Remove(TrytonSale.Model);
            _tryton.SearchParties = arguments => Page(added, arguments); // The stub's own takes too long for very many.
            return true;
        }

        foreach (var person in added)
        {
            var id = FirstAdded + _ids.Count;
            _ids[person.Key] = id;
            _tryton.AddParty(id, Now, new JObject { ["name"] = person.Name });
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _tryton = TrytonStub.On(server);
        for (var i = 1; i <= 8; i++)
        {
            // Every second one was changed, the first of them last.
            var changed = i % 2 == 0 ? TrytonValues.Write(TrytonStub.At(1_000 - i)) : null;
            _tryton.AddParty(i, TrytonStub.At(i), new JObject { ["write_date"] = changed, ["active"] = i % 3 != 0 });
            _tryton.AddSale(i, TrytonStub.At(i), more: new JObject { ["write_date"] = changed, ["party"] = i });
        }

        return Task.FromResult(_tryton.Settings);
    }

    private static JArray Page(List<WorldPerson> people, JArray arguments)
    {
        var conditions = ((JArray)arguments[0]).Cast<JArray>().ToList();
        if (conditions.Any(c => (string?)(c[0] as JValue) == "OR"))
        {
            return [];
        }

        var after = conditions.Where(c => (string?)c[0] == "id").Select(c => (int)c[2]).FirstOrDefault();
        return new JArray(people.Skip(after).Take((int)arguments[2]).Select((p, i) => Party(p, after + i + 1)));
    }

    private static JObject Party(WorldPerson person, int id) => new()
    {
        ["id"] = id,
        ["name"] = person.Name,
        ["code"] = id.ToString(CultureInfo.InvariantCulture),
        ["active"] = true,
        ["create_date"] = TrytonValues.Write(TrytonStub.At(0)),
        ["write_date"] = null,
        ["lang."] = new JObject { ["id"] = 1, ["code"] = "en" },
        ["contact_mechanisms."] = new JArray(
            new JObject { ["id"] = id, ["type"] = "email", ["value"] = person.Key + "@home.example", ["active"] = true },
            new JObject { ["id"] = id, ["type"] = "phone", ["value"] = "+1 402 555 0100", ["active"] = true }),
        ["addresses."] = new JArray(new JObject
        {
            ["id"] = id,
            ["street"] = "1 High St",
            ["city"] = "Springfield",
            ["postal_code"] = "68059",
            ["country."] = new JObject { ["id"] = 1, ["code"] = "US" },
            ["active"] = true,
        }),
        ["identifiers."] = new JArray(),
        ["categories."] = new JArray(),
    };
}
