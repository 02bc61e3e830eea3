using System.Globalization;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Samples.Tests;

/// <summary>The hotel's API as a stub: pages of two, oldest change first, an API key.</summary>
internal static class BookingsApi
{
    internal const string Key = "canary-key-0451";
    private const int PageSize = 2;

    internal static async Task<StubServer> StartAsync() => Serve(await StubServer.StartAsync());

    internal static StubServer Serve(StubServer server) => server
        .On("GET", "/guests", request => Answer(request, Guests()))
        .On("GET", "/bookings", request => Answer(request, Bookings()));

    private static StubResponse Answer(StubRequest request, IEnumerable<JObject> all)
    {
        if (!request.Headers.TryGetValue("X-Api-Key", out var key) || key != Key)
        {
            return StubResponse.Status(401);
        }

        var since = request.Query.TryGetValue("changed_after", out var text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var start = request.Query.TryGetValue("cursor", out var cursor) ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var changed = all.Where(o => DateTimeOffset.Parse((string)o["changed_at"]!, CultureInfo.InvariantCulture) >= since).ToList();
        return StubResponse.Json(new JObject
        {
            ["data"] = new JArray(changed.Skip(start).Take(PageSize)),
            ["next_cursor"] = start + PageSize < changed.Count ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    private static IEnumerable<JObject> Guests() =>
    [
        JObject.FromObject(new { id = "g1", name = "Ada Byron", email = "ada@example.com", phone = "+1 402 555 0136", changed_at = "2026-01-05T10:00:00Z" }),
        JObject.FromObject(new { id = "g2", name = "Grace Hopper", email = "grace@example.org", changed_at = "2026-01-06T10:00:00Z" }),
        JObject.FromObject(new { name = "No Id", changed_at = "2026-01-06T11:00:00Z" }),
        JObject.FromObject(new { id = "g3", name = "Alan Turing", email = "alan@example.net", changed_at = "2026-02-01T10:00:00Z" }),
        JObject.FromObject(new { id = "g4", name = "Zoë O'Neil-Smythe", email = "zoe@example.com", changed_at = "2026-02-02T10:00:00Z" }),
    ];

    private static IEnumerable<JObject> Bookings() =>
    [
        JObject.FromObject(new
        {
            id = "b1", guest_id = "g1", nights = 3, room = "garden", total = 360.50m, currency = "EUR", booked_at = "2026-01-05T10:01:00Z", changed_at = "2026-01-05T10:01:00Z",
        }),
        JObject.FromObject(new { id = "b2", guest_id = "g2", nights = 1, room = "street", booked_at = "2026-01-06T10:01:00Z", changed_at = "2026-01-06T10:01:00Z" }),
        JObject.FromObject(new { id = "b3", guest_id = "g1", nights = 2, room = "street", booked_at = "2026-03-06T10:01:00Z", changed_at = "2026-03-06T10:01:00Z" }),
    ];
}
