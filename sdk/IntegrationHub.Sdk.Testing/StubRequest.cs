using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing;

/// <summary>One request that a <see cref="StubServer"/> received. Immutable.</summary>
public sealed class StubRequest
{
    /// <summary>Gets the method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path, decoded, starting with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query string as sent, with its question mark; empty when there is none.</summary>
    public required string QueryText { get; init; }

    /// <summary>Gets the query parameters, decoded; of a repeated name the last one.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>Gets the headers; names are compared without case, several values are joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the body as UTF-8 text; empty when there is none.</summary>
    public required string Body { get; init; }

    /// <summary>Reads the body as a form (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <returns>The fields, decoded; of a repeated name the last one.</returns>
    public IReadOnlyDictionary<string, string> Form()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? pair : pair[..at];
            fields[WebUtility.UrlDecode(name)] = at < 0 ? string.Empty : WebUtility.UrlDecode(pair[(at + 1)..]);
        }

        return fields;
    }

    /// <summary>Reads the body as JSON; dates stay text.</summary>
    /// <returns>The document.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JToken Json()
    {
        using var reader = new JsonTextReader(new StringReader(Body))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader);
    }
}
