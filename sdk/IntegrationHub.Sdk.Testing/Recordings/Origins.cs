using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Writes a mark in place of the vendor's address, wherever it is told, and the other way round.</summary>
internal static class Origins
{
    /// <summary>What stands for the address of the vendor in a recording.</summary>
    internal const string Mark = "{stub}";

    internal static RecordedRequest Mask(RecordedRequest request, IReadOnlyCollection<string> origins) => request with
    {
        Query = [.. request.Query.Select(q => KeyValuePair.Create(q.Key, Mask(q.Value, origins)))],
        Form = request.Form?.Select(f => KeyValuePair.Create(f.Key, Mask(f.Value, origins))).ToList(),
        Json = Mask(request.Json, origins),
        Text = request.Text is null ? null : Mask(request.Text, origins),
    };

    internal static RecordedResponse Mask(RecordedResponse response, IReadOnlyCollection<string> origins) => response with
    {
        Headers = response.Headers.ToDictionary(h => h.Key, h => Mask(h.Value, origins), StringComparer.OrdinalIgnoreCase),
        Json = Mask(response.Json, origins),
        Text = response.Text is null ? null : Mask(response.Text, origins),
    };

    private static JToken? Mask(JToken? json, IReadOnlyCollection<string> origins) =>
        json is null ? null : JsonText.Map(json, (_, text) => Mask(text, origins));

    // The longest first: a port may begin like another.
    private static string Mask(string text, IReadOnlyCollection<string> origins)
    {
        foreach (var origin in origins.OrderByDescending(o => o.Length))
        {
            text = text.Replace(origin, Mark, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
