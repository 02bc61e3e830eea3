using System.Text;
using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Writes what a source is to read.</summary>
internal static class ConfiguredCatalog
{
    internal static string Write(IEnumerable<AirbyteStream> streams)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("streams");
            foreach (var stream in streams)
            {
                Write(json, stream);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, AirbyteStream stream)
    {
        json.WriteStartObject();
        json.WritePropertyName("stream");
        stream.Entry.WriteTo(json);
        json.WriteString("sync_mode", stream.IsIncremental ? "incremental" : "full_refresh");
        json.WriteString("destination_sync_mode", !stream.IsIncremental ? "overwrite" : stream.Key.Count > 0 ? "append_dedup" : "append");
        json.WriteStartArray("cursor_field");
        foreach (var part in stream.IsIncremental ? stream.CursorField : [])
        {
            json.WriteStringValue(part);
        }

        json.WriteEndArray();
        json.WriteStartArray("primary_key");
        foreach (var part in stream.Key)
        {
            json.WriteStartArray();
            foreach (var name in part.Split('.'))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();

        // Newer kits insist on these three; only destinations act on them.
        json.WriteNumber("generation_id", 1);
        json.WriteNumber("minimum_generation_id", 0);
        json.WriteNumber("sync_id", 1);
        json.WriteEndObject();
    }
}
