using System.Text;
using IntegrationHub.Connectors.WebAnalytics.Events;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

/// <summary>Calls of Segment's and PostHog's protocols.</summary>
public sealed class EventsWorld : ReceiverWorld<EventsConnector>
{
    private const string Key = "canary-write-key";

    public override JObject Settings => new() { ["writeKey"] = Key };

    public override IReadOnlyList<ReceivedRequest> Requests =>
    [
        Identify(Key, "cust-1", "Ann Bell"),
        Post("/v1/track", new JObject { ["writeKey"] = Key, ["userId"] = "cust-1", ["event"] = "Seen", ["messageId"] = "m-1" }),
        Post("/batch/", new JObject { ["api_key"] = Key, ["batch"] = new JArray(new JObject { ["event"] = "Seen", ["distinct_id"] = "cust-2", ["uuid"] = "p-1" }) }),
    ];

    public override IReadOnlyList<ReceivedRequest> ForgedRequests =>
        [Identify("canary-wrong-key", "cust-1", "Ann Bell"), Post("/v1/track", new JObject { ["userId"] = "cust-1", ["event"] = "Seen" })];

    public override ReceivedRequest RequestOf(WorldPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Identify(Key, person.Key, person.Name);
    }

    public override string RecordKeyOf(string key) => "user:" + key;

    private ReceivedRequest Identify(string key, string id, string name) =>
        Post("/v1/identify", new JObject { ["writeKey"] = key, ["userId"] = id, ["messageId"] = "m-" + id, ["traits"] = new JObject { ["name"] = name } });

    private ReceivedRequest Post(string path, JObject body) => new()
    {
        Method = "POST",
        Path = path,
        Body = Encoding.UTF8.GetBytes(body.ToString()),
        ReceivedAt = Now,
    };
}
