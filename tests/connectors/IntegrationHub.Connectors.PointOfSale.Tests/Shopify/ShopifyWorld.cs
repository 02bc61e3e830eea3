using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Shopify;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Shopify;

/// <summary>A Shopify shop with customers and orders.</summary>
public sealed class ShopifyWorld : HttpSourceWorld<ShopifyConnector>
{
    private const int ManyMin = 1_000;
    private const int ManyPerPage = 500;

    private ShopifyStub _shop = null!;
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
            _shop.AddCustomer(person.Key, ++_minute, new JObject { ["firstName"] = person.Name });
        }

        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        _shop = ShopifyStub.On(server);
        for (var i = 1; i <= 8; i++)
        {
            _shop.AddCustomer($"c{i}", 20 + (i / 4), new JObject
            {
                ["defaultEmailAddress"] = new JObject
                {
                    ["emailAddress"] = $"person{i}@shop.example",
                    ["marketingState"] = i % 2 == 0 ? "SUBSCRIBED" : "UNSUBSCRIBED",
                    ["marketingUpdatedAt"] = ShopifyStub.At(i),
                },
            });
            var order = _shop.AddOrder($"{i}", 10 * (i / 2));
            if (i % 3 == 0)
            {
                _shop.AddRefund(order, $"{100 + i}");
            }
        }

        return Task.FromResult(_shop.Settings);
    }

    // The stub sorts its lists at every request, which takes too long for very many.
    private void AddMany(List<WorldPerson> people) => Server.On("POST", ShopifyStub.Path, request =>
    {
        var body = request.Json();
        if (!((string)body["query"]!).Contains("customers(", StringComparison.Ordinal))
        {
            return ShopifyStub.Data(new JObject { ["orders"] = ShopifyStub.Connection([], hasNext: false) });
        }

        var start = int.Parse((string?)body["variables"]!["after"] ?? "0", CultureInfo.InvariantCulture);
        var end = Math.Min(people.Count, start + ManyPerPage);
        var nodes = people.Take(start..end).Select(Customer);
        return ShopifyStub.Data(new JObject { ["customers"] = ShopifyStub.Connection(nodes, end < people.Count, end.ToString(CultureInfo.InvariantCulture)) });
    });

    private static JObject Customer(WorldPerson person) => new()
    {
        ["legacyResourceId"] = person.Key,
        ["createdAt"] = ShopifyStub.At(0),
        ["updatedAt"] = ShopifyStub.At(1),
        ["firstName"] = person.Name,
        ["lastName"] = "Sample",
        ["locale"] = "en",
        ["tags"] = new JArray("regular"),
        ["defaultEmailAddress"] = new JObject { ["emailAddress"] = person.Key + "@home.example", ["marketingState"] = "SUBSCRIBED", ["marketingUpdatedAt"] = ShopifyStub.At(1) },
        ["defaultPhoneNumber"] = new JObject { ["phoneNumber"] = "+14025550100" },
        ["defaultAddress"] = new JObject { ["address1"] = "1 High St", ["city"] = "Springfield", ["provinceCode"] = "NE", ["zip"] = "68059", ["countryCodeV2"] = "US" },
    };
}
