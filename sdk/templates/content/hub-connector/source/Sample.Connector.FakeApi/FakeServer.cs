using System.Globalization;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace Sample.Connector.FakeApi;

/// <summary>The API as its manual describes it, with fictional customers: pages by cursor, oldest change first.</summary>
public sealed class FakeServer
{
    /// <summary>The only token that is let in.</summary>
    public const string Token = "fake-token-0451";

    private readonly List<(DateTimeOffset UpdatedAt, JObject Body)> _customers = [];

    /// <summary>Creates the API with its first customers; the last one is broken, as real ones sometimes are.</summary>
    public FakeServer()
    {
        Add("c-1", "Ada Byron", "ada@example.com", "+1 402 555 0136", Day(1, 5));
        Add("c-2", "Grace Hopper", "grace@example.org", "+1 402 555 0199", Day(1, 7));
        Add("c-3", "Alan Turing", "alan@example.net", null, Day(2, 1));
        Add("c-4", "Zoë O'Neil-Smythe", "zoe@example.com", "+44 1632 960 001", Day(2, 1));
        Add(string.Empty, "Nobody", null, null, Day(3, 1));
    }

    /// <summary>Gets or sets how many customers a page has at most, whatever is asked for.</summary>
    public int PageMax { get; set; } = 500;

    /// <summary>Starts the API on a free port of this machine.</summary>
    /// <returns>The running server; dispose of it to stop it.</returns>
    public static async Task<StubServer> StartAsync() => new FakeServer().Serve(await StubServer.StartAsync());

    /// <summary>Adds a customer who changed last of all.</summary>
    public void Add(string id, string name, string? email, string? phone, DateTimeOffset updatedAt) => _customers.Add((updatedAt, new JObject
    {
        ["id"] = id,
        ["name"] = name,
        ["email"] = email,
        ["phone"] = phone,
        ["address"] = new JObject { ["street"] = "12 Larkspur Lane", ["city"] = "Springfield", ["country"] = "US" },
        ["updated_at"] = updatedAt.ToString("O", CultureInfo.InvariantCulture),
    }));

    /// <summary>Lets a server answer as this API.</summary>
    /// <param name="server">The server.</param>
    /// <returns>The same server.</returns>
    public StubServer Serve(StubServer server) => server.On("GET", "/customers", request =>
        request.Headers.GetValueOrDefault("Authorization") == "Bearer " + Token ? Page(request) : StubResponse.Status(401));

    private static DateTimeOffset Day(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.Zero);

    private StubResponse Page(StubRequest request)
    {
        var limit = Math.Min(PageMax, int.Parse(request.Query["limit"], CultureInfo.InvariantCulture));
        var start = request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        if (request.Query.TryGetValue("updated_since", out var since))
        {
            start = Math.Max(start, _customers.FindIndex(c => c.UpdatedAt >= DateTimeOffset.Parse(since, CultureInfo.InvariantCulture)) is var at and >= 0 ? at : _customers.Count);
        }

        return StubResponse.Json(new JObject
        {
            ["customers"] = new JArray(_customers.Skip(start).Take(limit).Select(c => c.Body)),
            ["next"] = start + limit < _customers.Count ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
        });
    }
}
