using System.Text;
using IntegrationHub.Connectors.WebAnalytics.Events;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

/// <summary>Requests as clients of Segment, PostHog and Matomo send them.</summary>
public sealed class EventsWorld : ReceiverWorld<EventsConnector>
{
    private const string Key = "canary-write-key-7c1";

    public override JObject Settings => new() { ["writeKey"] = Key };

    public override IReadOnlyList<ReceivedRequest> Requests => Sent(Key);

    public override IReadOnlyList<ReceivedRequest> ForgedRequests => Sent("canary-wrong-key-01");

    public override string RecordKeyOf(string key) => "user:" + key;

    public override ReceivedRequest RequestOf(WorldPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Segment(Key, Identify(person.Key, person.Name));
    }

    private static JObject Identify(string user, string name) => new()
    {
        ["type"] = "identify",
        ["userId"] = user,
        ["timestamp"] = "2026-11-20T10:00:00Z",
        ["traits"] = new JObject { ["name"] = name },
    };

    private ReceivedRequest[] Sent(string key) =>
    [
        Segment(
            key,
            Identify("u1", "Carla Customer"),
            new JObject
            {
                ["type"] = "track",
                ["event"] = "Signed Up",
                ["messageId"] = "m1",
                ["userId"] = "u1",
                ["timestamp"] = "2026-11-20T10:00:05Z",
            }),
        Request("POST", "/batch/", new JObject
        {
            ["api_key"] = key,
            ["batch"] = new JArray(new JObject { ["event"] = "Paid", ["uuid"] = "01a2006e-5bed-7064-a727-4b580a36a311", ["distinct_id"] = "u4", ["timestamp"] = "2026-11-20T10:00:00Z" }),
        }),
        Request("POST", "/matomo.php", new JObject
        {
            ["token_auth"] = key,
            ["requests"] = new JArray("?idsite=1&rec=1&uid=u5&_id=0123456789abcdef&url=https%3A%2F%2Fshop.example%2F&rand=77"),
        }),
    ];

    private ReceivedRequest Segment(string key, params JObject[] events) =>
        Request("POST", "/v1/batch", new JObject { ["batch"] = new JArray(events) }, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));

    private ReceivedRequest Request(string method, string path, JObject body, string? authorization = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        return new ReceivedRequest
        {
            Method = method,
            Path = path,
            Headers = headers,
            Body = Encoding.UTF8.GetBytes(body.ToString()),
            ReceivedAt = Now,
        };
    }
}
