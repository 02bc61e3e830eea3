using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>An answer of a recording. Immutable.</summary>
public sealed record RecordedResponse
{
    /// <summary>Gets the status; 0 for a connection that broke.</summary>
    public required int Status { get; init; }

    /// <summary>Gets the headers that mean something to a client.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the body as JSON, or <see langword="null"/> when it is none.</summary>
    public JToken? Json { get; init; }

    /// <summary>Gets the body as text when it is not JSON, or <see langword="null"/>.</summary>
    public string? Text { get; init; }

    internal JObject Write()
    {
        var line = new JObject { ["status"] = Status };
        if (Headers.Count > 0)
        {
            line["headers"] = new JObject(Headers.Select(h => new JProperty(h.Key, h.Value)));
        }

        JsonText.WriteTo(line, "json", Json);
        JsonText.WriteTo(line, "text", Text);
        return line;
    }

    internal static RecordedResponse Read(JObject line) => new()
    {
        Status = (int?)line["status"] ?? throw new FormatException("no \"status\""),
        Headers = (line["headers"] as JObject ?? []).Properties()
            .ToDictionary(p => p.Name, p => (string?)p.Value ?? string.Empty, StringComparer.OrdinalIgnoreCase),
        Json = line["json"],
        Text = (string?)line["text"],
    };
}
