using System.Text.Json;
using IntegrationHub.Plugins.Bridges.Records;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Writes what a connector can deliver, and reads what it is to deliver.</summary>
internal static class ServedCatalog
{
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<StreamDescription> streams)
    {
        json.WriteStartArray("streams");
        foreach (var stream in streams)
        {
            json.WriteStartObject();
            json.WriteString("name", stream.Name);
            json.WritePropertyName("json_schema");
            json.WriteRawValue(HubRecordSchema.Text);
            json.WriteStartArray("supported_sync_modes");
            json.WriteStringValue("full_refresh");
            if (stream.Cursor != CursorKind.None)
            {
                json.WriteStringValue("incremental");
            }

            json.WriteEndArray();
            json.WriteBoolean("source_defined_cursor", stream.Cursor != CursorKind.None);
            json.WriteStartArray("source_defined_primary_key");
            json.WriteStartArray();
            json.WriteStringValue("key");
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteBoolean("is_resumable", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a configured catalog.</summary>
    /// <returns>The streams that are wanted, each with whether only what is new is wanted.</returns>
    /// <exception cref="ConnectorException">It is no catalog.</exception>
    internal static List<(string Stream, bool IsIncremental)> Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("streams").EnumerateArray().Select(s => (
                s.GetProperty("stream").GetProperty("name").GetString()!,
                s.TryGetProperty("sync_mode", out var mode) && mode.GetString() == "incremental"))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ConnectorException.Configuration(
                "--catalog", "The catalog is no configured catalog.", "Expected { \"streams\": [ { \"stream\": { \"name\": ... }, \"sync_mode\": ... } ] }.", e);
        }
    }
}
