using System.IO.Compression;
using System.Text;
using IntegrationHub.Connectors.WebAnalytics.Events;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

/// <summary>Hands requests to the connector, captured ones and others.</summary>
internal static class EventsBench
{
    internal const string Key = "WK_TEST";

    internal static readonly DateTimeOffset Received = new(2026, 11, 21, 23, 26, 2, TimeSpan.Zero);

    internal static readonly DateTimeOffset Said = new(2026, 11, 21, 23, 26, 1, TimeSpan.Zero);

    internal static async Task<ReceivedResult> SendAsync(ReceivedRequest request, params (string Name, JToken Value)[] settings)
    {
        var all = new JObject { ["writeKey"] = Key };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await new EventsConnector().ReceiveAsync(all, request, new ConnectorContext { SourceName = "web" }, CancellationToken.None);
    }

    internal static ReceivedRequest Post(string path, string body, params (string Name, string Value)[] headers) => new()
    {
        Method = "POST",
        Path = path,
        Headers = headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase),
        Body = Encoding.UTF8.GetBytes(body),
        ReceivedAt = Received,
    };

    internal static ReceivedRequest WithKey(string path, string body) =>
        Post(path, body, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Key + ":"))));

    /// <summary>Sends one Segment call and gives what came of it.</summary>
    internal static async Task<IReadOnlyList<Message>> CallAsync(string type, string json, params (string Name, JToken Value)[] settings)
    {
        var result = await SendAsync(WithKey("/v1/" + type, json), settings);
        Assert.True(result.StatusCode == 200, result.Body);
        return result.Messages;
    }

    /// <summary>Gives a captured request, each client's in the order it sent them.</summary>
    internal static ReceivedRequest Captured(string urlStart, string agentStart = "", int index = 0)
    {
        using var stream = typeof(EventsBench).Assembly.GetManifestResourceStream("captured-requests.jsonl")!;
        using var reader = new StreamReader(stream);
        var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };
        var line = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonConvert.DeserializeObject<JObject>(l, settings)!)
            .Where(r => ((string)r["url"]!).StartsWith(urlStart, StringComparison.Ordinal)
                && ((string?)r["headers"]!["user-agent"] ?? string.Empty).StartsWith(agentStart, StringComparison.Ordinal))
            .ElementAt(index);
        var url = new Uri("http://hub.example" + (string)line["url"]!);
        var headers = ((JObject)line["headers"]!).Properties().ToDictionary(p => p.Name, p => (string)p.Value!, StringComparer.OrdinalIgnoreCase);
        var body = Encoding.UTF8.GetBytes((string)line["body"]!);
        return new ReceivedRequest
        {
            Method = (string)line["method"]!,
            Path = url.AbsolutePath,
            Query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
                .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]), StringComparer.Ordinal),
            Headers = headers,
            Body = headers.ContainsKey("content-encoding") ? Gzip(body) : body,
            ReceivedAt = Received,
        };
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }

    internal static IEnumerable<(string Field, string Value)> Fields(PersonRecord person) => person.Fields.Select(f => (f.Field, f.Value));
}
