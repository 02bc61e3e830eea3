using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sample.Connector.Tests;

/// <summary>Requests as the sender makes them.</summary>
public sealed class SampleClassWorld : ReceiverWorld<SampleClassConnector>
{
    private const string Secret = "canary-signing-secret";

    public override JObject Settings => new() { ["signingSecret"] = Secret };

    public override IReadOnlyList<ReceivedRequest> Requests => [Request("c-1", "Ada Byron"), Request("c-2", "Grace Hopper")];

    public override IReadOnlyList<ReceivedRequest> ForgedRequests => [Request("c-1", "Ada Byron", secret: "another-signing-secret")];

    public override ReceivedRequest RequestOf(WorldPerson person) => Request(person.Key, person.Name);

    public ReceivedRequest Request(string body, DateTimeOffset at, string secret = Secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));
        return new ReceivedRequest
        {
            Method = "POST",
            Path = "/customers",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signature"] = signature },
            Body = bytes,
            ReceivedAt = at,
        };
    }

    private ReceivedRequest Request(string id, string name, string secret = Secret) =>
        Request(new JObject { ["id"] = id, ["name"] = name }.ToString(Formatting.None), Now, secret);
}
