using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Reads what a source says it can deliver.</summary>
internal static class AirbyteCatalog
{
    /// <summary>Reads the body of a CATALOG.</summary>
    /// <param name="body">The body; copied, so the line may go.</param>
    /// <param name="cursors">The cursor fields that the admin chose, by stream.</param>
    /// <exception cref="ConnectorException">It is no catalog, or has too many streams.</exception>
    internal static List<AirbyteStream> Read(ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> cursors)
    {
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("streams", out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            throw ConnectorException.Defect("The program's catalog has no list of streams.");
        }

        if (entries.GetArrayLength() > BridgeLimits.StreamsMax)
        {
            throw ConnectorException.Configuration(
                "command", $"The program offers more than {BridgeLimits.StreamsMax} streams.", "Narrow down what its configuration gives access to.");
        }

        return [.. entries.EnumerateArray().Where(e => TextOf(e, "name").Length > 0).Select(e => Read(e.Clone(), cursors))];
    }

    private static AirbyteStream Read(JsonElement entry, IReadOnlyDictionary<string, string> cursors)
    {
        var name = TextOf(entry, "name");
        var @namespace = TextOf(entry, "namespace");
        var isSourceDefined = entry.TryGetProperty("source_defined_cursor", out var defined) && defined.ValueKind == JsonValueKind.True;
        List<string> cursor = cursors.TryGetValue(@namespace.Length == 0 ? name : $"{@namespace}.{name}", out var chosen)
            ? [.. chosen.Split('.')]
            : TextsOf(entry, "default_cursor_field");
        return new AirbyteStream
        {
            Name = name,
            Namespace = @namespace,
            Entry = entry,
            Key = KeyOf(entry),
            CursorField = cursor,
            IsIncremental = TextsOf(entry, "supported_sync_modes").Contains("incremental", StringComparer.OrdinalIgnoreCase)
                && (isSourceDefined || cursor.Count > 0),
        };
    }

    private static List<string> KeyOf(JsonElement entry) =>
        entry.TryGetProperty("source_defined_primary_key", out var key) && key.ValueKind == JsonValueKind.Array
            ? [.. key.EnumerateArray().Select(PathOf).Where(p => p.Length > 0)]
            : [];

    // Each part is a path; some programs write its name alone.
    private static string PathOf(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => part.GetString()!,
        JsonValueKind.Array => string.Join('.', part.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString())),
        _ => string.Empty,
    };

    private static string TextOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static List<string> TextsOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
