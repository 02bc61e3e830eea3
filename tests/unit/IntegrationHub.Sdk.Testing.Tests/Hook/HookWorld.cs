using System.Text;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Requests of a form.</summary>
/// <typeparam name="TConnector">A connector that receives them, right or wrong.</typeparam>
public sealed class HookWorld<TConnector> : ReceiverWorld<TConnector>
    where TConnector : ReceiverConnector, new()
{
    private const string Key = "canary-hook-key";

    public override JObject Settings => new() { ["key"] = Key };

    public override IReadOnlyList<ReceivedRequest> Requests => [Request(Key, "p1", "Ann Bell"), Request(Key, "p2", "Joe Doe")];

    public override IReadOnlyList<ReceivedRequest> ForgedRequests => [Request("canary-wrong-key", "p1", "Ann Bell")];

    public override ReceivedRequest RequestOf(WorldPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Request(Key, person.Key, person.Name);
    }

    private ReceivedRequest Request(string key, string id, string name) => new()
    {
        Method = "POST",
        Path = "/people",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Key"] = key },
        Body = Encoding.UTF8.GetBytes(new JObject { ["id"] = id, ["name"] = name }.ToString()),
        ReceivedAt = Now,
    };
}
