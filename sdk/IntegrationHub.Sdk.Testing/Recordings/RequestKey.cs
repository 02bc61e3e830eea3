using System.Text;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Writes what a request is matched by: method, path, query and body, each in a fixed order.</summary>
internal static class RequestKey
{
    internal static string Of(RecordedRequest request)
    {
        var key = new StringBuilder(request.Place).Append('\n');
        foreach (var (name, value) in Parts(request))
        {
            key.Append(name).Append('=').Append(value).Append('\n');
        }

        return key.ToString();
    }

    /// <summary>Lists what distinguishes requests to the same place.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Parts(RecordedRequest request)
    {
        foreach (var (name, value) in Fields.Sorted(request.Query))
        {
            yield return new($"query '{name}'", Escaped(value));
        }

        foreach (var (name, value) in Fields.Sorted(request.Form ?? []))
        {
            yield return new($"form field '{name}'", Escaped(value));
        }

        foreach (var part in (request.Json is null ? [] : JsonParts.Of(request.Json)))
        {
            yield return new(part.Key.Length == 0 ? "body" : $"body '{part.Key}'", part.Value);
        }

        if (request.Text is not null)
        {
            yield return new("body", Escaped(request.Text));
        }
    }

    private static string Escaped(string value) => value.Replace("\n", "\\n", StringComparison.Ordinal);
}
