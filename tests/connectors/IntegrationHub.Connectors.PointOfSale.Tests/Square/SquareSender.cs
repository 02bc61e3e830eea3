using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

/// <summary>Sends webhooks as Square does.</summary>
internal static class SquareSender
{
    internal const string Key = "canary-signature-77f0";
    internal const string Url = "https://hub.example.com/v1/collect/square-events";

    internal static JObject Settings => new() { ["signatureKey"] = Key, ["notificationUrl"] = Url };

    internal static ReceivedRequest Event(string type, string id, JObject? record, string? key = Key)
    {
        var data = new JObject { ["type"] = type[..type.LastIndexOf('.')], ["id"] = id };
        if (record is null)
        {
            data["deleted"] = true;
        }
        else
        {
            data["object"] = record;
        }

        var body = new JObject
        {
            ["merchant_id"] = "M1",
            ["type"] = type,
            ["event_id"] = "event-" + id,
            ["created_at"] = "2026-11-30T10:00:00Z",
            ["data"] = data,
        };
        return Signed(body.ToString(), key);
    }

    internal static ReceivedRequest Signed(string body, string? key = Key, string method = "POST")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        if (key is not null)
        {
            headers["X-Square-Hmacsha256-Signature"] = Sign(body, key);
        }

        return new ReceivedRequest
        {
            Method = method,
            Path = "/",
            Headers = headers,
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = new DateTimeOffset(2026, 11, 30, 10, 0, 1, TimeSpan.Zero),
        };
    }

    internal static string Sign(string body, string key) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Url + body)));
}
