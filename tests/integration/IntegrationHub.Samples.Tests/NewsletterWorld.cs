using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;
using Receiver;

namespace IntegrationHub.Samples.Tests;

/// <summary>Requests as the newsletter service makes them.</summary>
public sealed class NewsletterWorld : ReceiverWorld<NewsletterConnector>
{
    internal const string Secret = "canary-signing-secret";
    internal const string Joined = """[{"type":"subscribed","subscriber":"s-1","email":"ada@example.com","at":"2026-03-31T09:00:00Z"}]""";
    internal const string Left = """[{"type":"unsubscribed","subscriber":"s-2","at":"2026-03-31T10:00:00Z"}]""";

    // The kit sends the same request again an hour later.
    public override JObject Settings => new() { ["signingSecret"] = Secret, ["tolerance"] = "02:00:00" };

    public override IReadOnlyList<ReceivedRequest> Requests => [Request(Joined, Now), Request(Left, Now)];

    public override IReadOnlyList<ReceivedRequest> ForgedRequests => [Request(Joined, Now, secret: "another-signing-secret"), Request(Joined, Now, signedAt: Now.AddHours(-3))];

    internal static ReceivedRequest Request(string body, DateTimeOffset at, string secret = Secret, DateTimeOffset? signedAt = null) => new()
    {
        Method = "POST",
        Path = "/events",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signature"] = Sign(body, secret, signedAt ?? at) },
        Body = Encoding.UTF8.GetBytes(body),
        ReceivedAt = at,
    };

    private static string Sign(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "." + body));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }
}
