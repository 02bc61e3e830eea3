using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>The <c>mapping</c> setting of a bridge: for each stream what its records are and what fills which field.</summary>
internal sealed class StreamMappings
{
    private const string Setting = "mapping";
    private const string Shape = "Expected { \"STREAM\": { \"key\": \"id\", \"columns\": { \"first_name\": \"name.given\" } } }.";

    private readonly Dictionary<string, JObject> _streams = new(StringComparer.Ordinal);

    /// <summary>Gets the names of the streams that have a mapping.</summary>
    internal IReadOnlyCollection<string> Streams => _streams.Keys;

    /// <summary>Reads the setting.</summary>
    /// <param name="token">An object, a text that holds one, or the path of a file that holds one; null when not set.</param>
    /// <param name="baseDirectory">Where relative paths start.</param>
    /// <exception cref="ConnectorException">It cannot be understood.</exception>
    internal static StreamMappings Read(JToken? token, string baseDirectory)
    {
        var mappings = new StreamMappings();
        foreach (var property in Document(token, baseDirectory).Properties())
        {
            mappings._streams[property.Name] = property.Value as JObject
                ?? throw Wrong($"The mapping of stream '{property.Name}' is not an object.", Shape);
        }

        return mappings;
    }

    /// <summary>Finds the mapping of a stream.</summary>
    /// <returns>A copy, or <see langword="null"/> when there is none.</returns>
    internal JObject? Find(string stream) => _streams.TryGetValue(stream, out var mapping) ? (JObject)mapping.DeepClone() : null;

    /// <summary>Reads the mapping of a stream of interactions or consents.</summary>
    internal static FieldMapping Fields(string stream, JObject mapping, IReadOnlyList<string> known, IReadOnlyList<string> required, string? prefix)
    {
        var columns = new List<(string Column, string Field)>();
        foreach (var property in (mapping["columns"] as JObject ?? []).Properties())
        {
            foreach (var target in property.Value is JArray several ? [.. several] : new[] { property.Value })
            {
                columns.Add((property.Name, Checked(property.Name, (string?)target)));
            }
        }

        if (mapping["key"] is JValue { Value: string key })
        {
            columns.Add((key, Checked(key, "key")));
        }

        var values = (mapping["values"] as JObject ?? []).Properties()
            .ToDictionary(p => Checked(p.Name, p.Name), p => (string?)p.Value ?? string.Empty, StringComparer.Ordinal);
        var fields = new FieldMapping([.. columns.DistinctBy(c => c.Field, StringComparer.Ordinal)], values);
        return required.FirstOrDefault(r => !fields.Fills(r)) is { } missing
            ? throw Wrong($"The mapping of stream '{stream}' fills no '{missing}'.", $"It must fill {string.Join(", ", required)}, from 'columns' or as one of the 'values'.")
            : fields;

        string Checked(string column, string? field) =>
            field is not null && (known.Contains(field, StringComparer.Ordinal) || (prefix is not null && field.Length > prefix.Length && field.StartsWith(prefix, StringComparison.Ordinal)))
                ? field
                : throw Wrong($"Column '{column}' of stream '{stream}' is to feed '{field}', which is not a field there.", $"Fields: {string.Join(", ", known)}.");
    }

    internal static ConnectorException Wrong(string message, string nextStep, Exception? cause = null) =>
        ConnectorException.Configuration(Setting, message, nextStep, cause);

    private static JObject Document(JToken? token, string baseDirectory)
    {
        switch (token)
        {
            case null or { Type: JTokenType.Null }:
                return [];
            case JObject json:
                return json;
            case JValue { Value: string text } when text.TrimStart() is ['{', ..]:
                return Parse(text);
            case JValue { Value: string path }:
                return Parse(ReadFile(path, baseDirectory));
            default:
                throw Wrong("The mapping is neither a JSON object nor a path.", Shape);
        }
    }

    private static string ReadFile(string path, string baseDirectory)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path, Path.GetFullPath(baseDirectory)));
            return !file.Exists ? throw Wrong($"Mapping file '{path}' does not exist; looked for '{file.FullName}'.", Shape)
                : file.Length > Connectors.Lists.ListLimits.MappingBytesMax ? throw Wrong($"Mapping file '{path}' is too long.", "A mapping names columns and fields only; check the path.")
                : File.ReadAllText(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Wrong($"Mapping file '{path}' cannot be read.", "Check that the hub's user may read it.", e);
        }
    }

    private static JObject Parse(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
            return JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        }
        catch (JsonException e)
        {
            throw Wrong("The mapping is not a JSON object, or names something twice.", Shape, e);
        }
    }
}
