using System.Globalization;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Shop;

/// <summary>A made-up shop: people and orders in pages, oldest change first.</summary>
/// <typeparam name="TConnector">A connector that reads it, right or wrong.</typeparam>
public sealed class ShopWorld<TConnector> : HttpSourceWorld<TConnector>
    where TConnector : SourceConnector, new()
{
    private const string Token = "canary/shop+key=51ab";

    private readonly List<JObject> _people = [];
    private readonly List<JObject> _orders = [];
    private int _pageSize = 3;

    // Small figures: what is tried here is the kit, not the shop.
    public override ConformanceLimits Limits { get; } = new()
    {
        CancelWithin = TimeSpan.FromMilliseconds(600),
        ConstructWithin = TimeSpan.FromMilliseconds(25),
        CallWithin = TimeSpan.FromSeconds(4),
        ManyPeople = 20_000,
        MemoryBytesMax = 8 * 1024 * 1024,
    };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        foreach (var person in people)
        {
            Add(_people, person.Key, person.Name, Now.AddHours(-1));
        }

        // Many people come in pages of a size that shops really give.
        _pageSize = _people.Count > 1_000 ? 500 : 3;
        return true;
    }

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        for (var i = 1; i <= 7; i++)
        {
            Add(_people, $"p{i}", $"Person {i}", Now.AddDays(-10 + i));
            Add(_orders, $"o{i}", "Order", Now.AddDays(-10 + i));
        }

        server.On("GET", "/people", r => Answer(r, _people)).On("GET", "/orders", r => Answer(r, _orders));
        return Task.FromResult(new JObject { ["url"] = server.Address.AbsoluteUri, ["token"] = Token, ["pageSize"] = 500 });
    }

    private static void Add(List<JObject> list, string id, string name, DateTimeOffset updated) => list.Add(new JObject
    {
        ["seq"] = list.Count + 1,
        ["id"] = id,
        ["name"] = name,
        ["amount"] = 12.5m,
        ["updated"] = updated.ToString("O", CultureInfo.InvariantCulture),
    });

    private StubResponse Answer(StubRequest request, List<JObject> list)
    {
        if (request.Headers.GetValueOrDefault("Authorization") != "Bearer " + Token && request.Query.GetValueOrDefault("token") != Token)
        {
            return StubResponse.Json(new JObject { ["error"] = "no" }, 401);
        }

        var after = int.Parse(request.Query["after"], CultureInfo.InvariantCulture);
        var since = request.Query.GetValueOrDefault("since");
        var left = list.Skip(after).Where(r => since is null || string.CompareOrdinal((string)r["updated"]!, since) >= 0);
        var page = left.Take(Math.Min(_pageSize, int.Parse(request.Query["limit"], CultureInfo.InvariantCulture))).ToList();
        var last = page.Count == 0 ? 0 : (int)page[^1]["seq"]!;
        return StubResponse.Json(new JObject
        {
            ["records"] = new JArray(page.Select(r => r.DeepClone())),
            ["next"] = last > 0 && last < list.Count ? last : null,
        });
    }
}
