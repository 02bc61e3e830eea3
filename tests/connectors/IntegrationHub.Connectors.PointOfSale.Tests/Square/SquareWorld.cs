using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>A Square seller with customers and orders.</summary>
public sealed class SquareWorld : HttpSourceWorld<SquareConnector>
{
    private const int ManyMin = 1_000;

    private SquareStub _square = null!;
    private int _minute = 1_000;

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
            _square.AddCustomer(person.Key, _minute, ++_minute, new JObject { ["given_name"] = person.Name });
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _square = SquareStub.On(server);
        for (var i = 1; i <= 8; i++)
        {
            _square.AddCustomer($"c{i}", i, 20 - i, new JObject { ["preferences"] = new JObject { ["email_unsubscribed"] = i % 3 == 0 } });
            _square.AddOrder($"o{i}", 10 * i, new JObject { ["customer_id"] = $"c{i}" });
            _square.AddLoyaltyAccount($"a{i}", $"c{i}");
            _square.AddLoyaltyEvent($"e{i}", $"a{i}", 5 * i);
        }

        return Task.FromResult(_square.Settings);
    }

    // The stub sorts its lists at every request, which takes too long for very many.
    private void AddMany(List<WorldPerson> people) => Server.On("GET", "/v2/customers", request =>
    {
        var from = int.Parse(request.Query.GetValueOrDefault("cursor", "0"), CultureInfo.InvariantCulture);
        var to = Math.Min(people.Count, from + 100);
        var page = new JObject
        {
            ["customers"] = new JArray(people.Take(from..to).Select(Customer)),
        };
        if (to < people.Count)
        {
            page["cursor"] = to.ToString(CultureInfo.InvariantCulture);
        }

        return StubResponse.Json(page);
    });

    private static JObject Customer(WorldPerson person) => new()
    {
        ["id"] = person.Key,
        ["created_at"] = SquareStub.At(0),
        ["updated_at"] = SquareStub.At(1),
        ["given_name"] = person.Name,
        ["family_name"] = "Sample",
        ["email_address"] = person.Key + "@home.example",
        ["phone_number"] = "+14025550100",
        ["address"] = new JObject { ["address_line_1"] = "1 High St", ["locality"] = "Springfield", ["administrative_district_level_1"] = "NE", ["postal_code"] = "68059", ["country"] = "US" },
        ["preferences"] = new JObject { ["email_unsubscribed"] = true },
        ["creation_source"] = "THIRD_PARTY",
        ["version"] = 3,
    };
}
