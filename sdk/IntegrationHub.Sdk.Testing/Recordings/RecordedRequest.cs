using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>A request of a recording. Immutable.</summary>
public sealed record RecordedRequest
{
    /// <summary>Gets the method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path, decoded, starting with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query parameters, decoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Gets the body as JSON, or <see langword="null"/> when it is none.</summary>
    public JToken? Json { get; init; }

    /// <summary>Gets the body as form fields, or <see langword="null"/> when it is none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>Gets the body as text when it is neither JSON nor a form, or <see langword="null"/>.</summary>
    public string? Text { get; init; }

    internal string Place => Method + " " + Path;

    internal JObject Write()
    {
        var line = new JObject { ["method"] = Method, ["path"] = Path };
        Fields.WriteTo(line, "query", Query.Count == 0 ? null : Query);
        Fields.WriteTo(line, "form", Form);
        JsonText.WriteTo(line, "json", Json);
        JsonText.WriteTo(line, "text", Text);
        return line;
    }

    internal static RecordedRequest Read(JObject line) => new()
    {
        Method = (string?)line["method"] ?? throw new FormatException("no \"method\""),
        Path = (string?)line["path"] ?? throw new FormatException("no \"path\""),
        Query = Fields.Read(line["query"]) ?? [],
        Form = Fields.Read(line["form"]),
        Json = line["json"],
        Text = (string?)line["text"],
    };

    /// <summary>Sorts a body by its media type: what says JSON and is none stays text.</summary>
    internal static RecordedRequest Of(string method, string path, string query, string? mediaType, string body)
    {
        var isForm = mediaType == "application/x-www-form-urlencoded";
        var json = isForm ? null : JsonText.TryParse(body);
        return new RecordedRequest
        {
            Method = method.ToUpperInvariant(),
            Path = path,
            Query = Fields.Parse(query.TrimStart('?')),
            Form = isForm ? Fields.Parse(body) : null,
            Json = json,
            Text = isForm || json is not null || body.Length == 0 ? null : body,
        };
    }
}
