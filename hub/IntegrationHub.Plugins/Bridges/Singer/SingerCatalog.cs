using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>What a tap says it can deliver, and what it is told to deliver.</summary>
internal sealed class SingerCatalog
{
    private const string FullTable = "FULL_TABLE";

    private readonly JsonObject _catalog;

    private SingerCatalog(JsonObject catalog, IReadOnlyDictionary<string, SingerStream> streams)
    {
        _catalog = catalog;
        Streams = streams;
    }

    /// <summary>Gets the streams by their name in the hub.</summary>
    internal IReadOnlyDictionary<string, SingerStream> Streams { get; }

    /// <summary>Reads the document that <c>--discover</c> writes.</summary>
    /// <exception cref="ConnectorException">It is no catalog.</exception>
    internal static SingerCatalog Read(string program, string text, IReadOnlyDictionary<string, string> cursors)
    {
        try
        {
            // Some taps write a line or two before the document.
            var start = text.IndexOf('{', StringComparison.Ordinal);
            if (start >= 0 && JsonNode.Parse(text[start..]) is JsonObject catalog && catalog["streams"] is JsonArray entries)
            {
                return new SingerCatalog(catalog, Read(program, entries, cursors));
            }
        }
        catch (JsonException e)
        {
            throw ConnectorException.Defect($"Program '{program}' wrote a catalog that is not JSON.", e);
        }

        throw ConnectorException.Defect($"Program '{program}' wrote no catalog; expected a document with 'streams'.");
    }

    /// <summary>Writes the catalog with the given streams switched on and all others off.</summary>
    /// <param name="wanted">The names that the streams have in the hub.</param>
    /// <param name="cursors">The fields that tell new from old, as the admin chose.</param>
    internal string Select(IReadOnlyCollection<string> wanted, IReadOnlyDictionary<string, string> cursors)
    {
        var copy = (JsonObject)_catalog.DeepClone();
        var byId = Streams.Values.ToDictionary(s => s.TapStreamId, s => s.Name, StringComparer.Ordinal);
        foreach (var entry in copy["streams"]!.AsArray().OfType<JsonObject>())
        {
            if (byId.GetValueOrDefault(IdOf(entry)) is { } name)
            {
                Select(entry, wanted.Contains(name, StringComparer.Ordinal), cursors.GetValueOrDefault(name));
            }
        }

        return copy.ToJsonString();
    }

    private static Dictionary<string, SingerStream> Read(string program, JsonArray entries, IReadOnlyDictionary<string, string> cursors)
    {
        if (entries.Count > BridgeLimits.StreamsMax)
        {
            throw ConnectorException.Configuration(
                "command", $"The program offers more than {BridgeLimits.StreamsMax} streams.", "Narrow down what its configuration gives access to.");
        }

        var described = entries.OfType<JsonObject>().Where(e => IdOf(e).Length > 0).ToList();
        var twice = described.CountBy(NameOf).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var streams = new Dictionary<string, SingerStream>(StringComparer.Ordinal);
        foreach (var entry in described)
        {
            // Two tables of the same name in two schemas: then the id tells them apart, in the records too.
            var name = twice.Contains(NameOf(entry)) ? IdOf(entry) : NameOf(entry);
            if (!streams.TryAdd(name, Read(name, entry, cursors)))
            {
                throw ConnectorException.Defect($"Program '{program}' offers stream '{name}' twice.");
            }
        }

        return streams;
    }

    private static SingerStream Read(string name, JsonObject entry, IReadOnlyDictionary<string, string> cursors)
    {
        var metadata = MetadataOf(entry);
        var method = Text(metadata?["forced-replication-method"])
            ?? (cursors.ContainsKey(name) ? "INCREMENTAL" : Text(metadata?["replication-method"]) ?? Text(entry["replication_method"]));
        return new SingerStream
        {
            Name = name,
            TapStreamId = IdOf(entry),
            Schema = JsonSerializer.SerializeToElement(entry["schema"]),
            Key = Texts(metadata?["table-key-properties"]) is { Count: > 0 } key ? key : Texts(entry["key_properties"]),
            IsIncremental = !string.Equals(method, FullTable, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static void Select(JsonObject entry, bool isWanted, string? cursor)
    {
        if (entry["metadata"] is not JsonArray metadata)
        {
            entry["metadata"] = metadata = [];
        }

        var own = MetadataOf(entry);
        if (own is null)
        {
            own = [];
            metadata.Add(new JsonObject { ["breadcrumb"] = new JsonArray(), ["metadata"] = own });
        }

        own["selected"] = isWanted;
        if (cursor is not null)
        {
            own["replication-method"] = "INCREMENTAL";
            own["replication-key"] = cursor;
        }

        foreach (var field in metadata.OfType<JsonObject>().Where(m => m["breadcrumb"] is JsonArray { Count: > 0 }))
        {
            if (isWanted && field["metadata"] is JsonObject about && Text(about["inclusion"]) == "available" && about["selected"] is null)
            {
                about["selected"] = true;
            }
        }

        // Taps from before the metadata look here.
        if (entry["schema"] is JsonObject schema)
        {
            schema["selected"] = isWanted;
        }
    }

    private static JsonObject? MetadataOf(JsonObject entry) => (entry["metadata"] as JsonArray)?
        .OfType<JsonObject>()
        .FirstOrDefault(m => m["breadcrumb"] is JsonArray { Count: 0 })?["metadata"] as JsonObject;

    private static string IdOf(JsonObject entry) => Text(entry["tap_stream_id"]) ?? Text(entry["stream"]) ?? string.Empty;

    private static string NameOf(JsonObject entry) => Text(entry["stream"]) ?? IdOf(entry);

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static List<string> Texts(JsonNode? node) => node is JsonArray array ? [.. array.Select(Text).OfType<string>()]
        : Text(node) is { } one ? [one]
        : [];
}
