using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing;

/// <summary>What a <see cref="StubServer"/> answers.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The body as text, sent as UTF-8.</param>
/// <param name="ContentType">The media type.</param>
public sealed record StubResponse(int StatusCode, string Body, string ContentType)
{
    /// <summary>Gets further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether the connection is cut in place of an answer.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Gets a value indicating whether the connection is cut in the middle of the body.</summary>
    public bool IsCutMidway { get; private init; }

    /// <summary>Answers with JSON.</summary>
    /// <param name="body">The document.</param>
    /// <param name="statusCode">The status.</param>
    /// <returns>The answer.</returns>
    public static StubResponse Json(JToken body, int statusCode = 200)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new StubResponse(statusCode, body.ToString(Formatting.None), "application/json; charset=utf-8");
    }

    /// <summary>Answers with JSON given as text, right or wrong.</summary>
    /// <param name="body">The text.</param>
    /// <param name="statusCode">The status.</param>
    /// <returns>The answer.</returns>
    public static StubResponse JsonText(string body, int statusCode = 200) =>
        new(statusCode, body, "application/json; charset=utf-8");

    /// <summary>Answers with an HTML page, as login pages and proxies do.</summary>
    /// <param name="body">The page.</param>
    /// <param name="statusCode">The status.</param>
    /// <returns>The answer.</returns>
    public static StubResponse Html(string body, int statusCode = 200) => new(statusCode, body, "text/html; charset=utf-8");

    /// <summary>Answers with a status and no body.</summary>
    /// <param name="statusCode">The status.</param>
    /// <returns>The answer.</returns>
    public static StubResponse Status(int statusCode) => new(statusCode, string.Empty, "text/plain");

    /// <summary>Cuts the connection without an answer.</summary>
    /// <returns>The answer that is none.</returns>
    public static StubResponse Cut() => new(0, string.Empty, "text/plain") { IsCut = true };

    /// <summary>Announces the whole body, sends half of it and cuts the connection.</summary>
    /// <returns>A new answer that breaks off.</returns>
    public StubResponse CutMidway() => this with { IsCutMidway = true };

    /// <summary>Adds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A new answer with the header.</returns>
    public StubResponse With(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [name] = value } };
}
