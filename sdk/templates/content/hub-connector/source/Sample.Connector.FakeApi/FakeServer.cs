using System.Globalization;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace Sample.Connector.FakeApi;

/// <summary>The API as its manual describes it, with fictional customers: pages by cursor, oldest change first.</summary>
public static class FakeServer
{
    /// <summary>The only token that is let in.</summary>
    public const string Token = "fake-token";

    /// <summary>Gets the customers; the last one is broken, as real ones sometimes are.</summary>
    public static IReadOnlyList<JObject> Customers { get; } =
    [
        Customer("c-1", "Ada", "Byron", "ada@example.com", "+1 402 555 0136", "2026-01-05T10:00:00Z"),
        Customer("c-2", "Grace", "Hopper", "grace@example.org", "+1 402 555 0199", "2026-01-07T09:30:00Z"),
        Customer("c-3", "Alan", "Turing", "alan@example.net", null, "2026-02-01T16:45:00Z"),
        Customer("c-4", "Zoë", "O'Neil-Smythe", "zoe@example.com", "+44 1632 960 001", "2026-02-01T16:45:00Z"),
        Customer("", "Nobody", "Inparticular", null, null, "2026-03-01T00:00:00Z"),
    ];

    /// <summary>Starts the API on a free port of this machine.</summary>
    /// <returns>The running server; dispose of it to stop it.</returns>
    public static async Task<StubServer> StartAsync()
    {
        var server = await StubServer.StartAsync();
        return server.On("GET", "/customers", request => Authorized(request) ? Page(request) : StubResponse.Status(401));
    }

    private static bool Authorized(StubRequest request) =>
        request.Headers.TryGetValue("Authorization", out var value) && value == "Bearer " + Token;

    private static StubResponse Page(StubRequest request)
    {
        var since = request.Query.TryGetValue("updated_since", out var text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var start = request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var limit = int.Parse(request.Query["limit"], CultureInfo.InvariantCulture);
        var changed = Customers.Where(c => DateTimeOffset.Parse((string)c["updated_at"]!, CultureInfo.InvariantCulture) >= since).ToList();
        return StubResponse.Json(new JObject
        {
            ["customers"] = new JArray(changed.Skip(start).Take(limit)),
            ["next"] = start + limit < changed.Count ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    private static JObject Customer(string id, string first, string last, string? email, string? phone, string updated) => new()
    {
        ["id"] = id,
        ["first_name"] = first,
        ["last_name"] = last,
        ["email"] = email,
        ["phone"] = phone,
        ["address"] = new JObject { ["street"] = "12 Larkspur Lane", ["city"] = "Springfield", ["country"] = "US" },
        ["updated_at"] = updated,
    };
}
