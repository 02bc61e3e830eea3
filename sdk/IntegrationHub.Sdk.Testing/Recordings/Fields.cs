using System.Net;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Names and values of queries and forms, as sent and as written in a recording.</summary>
internal static class Fields
{
    internal static List<KeyValuePair<string, string>> Parse(string text)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(at < 0 ? pair : pair[..at]);
            fields.Add(new(name, at < 0 ? string.Empty : WebUtility.UrlDecode(pair[(at + 1)..])));
        }

        return fields;
    }

    internal static void WriteTo(JObject line, string name, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        if (fields is null)
        {
            return;
        }

        var written = new JObject();
        foreach (var group in fields.GroupBy(f => f.Key, StringComparer.Ordinal))
        {
            var values = group.Select(f => f.Value).ToList();
            written[group.Key] = values.Count == 1 ? values[0] : new JArray(values);
        }

        line[name] = written;
    }

    internal static List<KeyValuePair<string, string>>? Read(JToken? written) => (written as JObject)?.Properties()
        .SelectMany(p => p.Value is JArray several
            ? several.Select(v => KeyValuePair.Create(p.Name, (string?)v ?? string.Empty))
            : [KeyValuePair.Create(p.Name, (string?)p.Value ?? string.Empty)])
        .ToList();

    internal static IEnumerable<KeyValuePair<string, string>> Sorted(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal);
}
