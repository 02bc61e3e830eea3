using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Takes a document apart into its leaves, each by its path, sorted.</summary>
internal static class JsonParts
{
    internal static IEnumerable<KeyValuePair<string, string>> Of(JToken token) =>
        Leaves(token, string.Empty).OrderBy(l => l.Key, StringComparer.Ordinal).ThenBy(l => l.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JToken token, string path) => token switch
    {
        JObject { Count: > 0 } o => o.Properties().SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : path + "." + p.Name)),
        JArray { Count: > 0 } a => a.SelectMany((item, i) => Leaves(item, FormattableString.Invariant($"{path}[{i}]"))),
        _ => [new(path, token.ToString(Formatting.None))],
    };
}
