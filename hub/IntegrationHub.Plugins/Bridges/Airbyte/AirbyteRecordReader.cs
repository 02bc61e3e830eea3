using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Finds stream and data of a record. Hot: the names of the stream before are not read anew. Not thread-safe.</summary>
internal sealed class AirbyteRecordReader
{
    /// <summary>Gets the stream's name.</summary>
    internal string Name { get; private set; } = string.Empty;

    /// <summary>Gets the stream's namespace; empty when it has none.</summary>
    internal string Namespace { get; private set; } = string.Empty;

    /// <summary>Gets the JSON text of the record's values; empty when there are none.</summary>
    internal ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>Reads the body of a RECORD.</summary>
    /// <returns><see langword="false"/> when it names no stream or holds no object.</returns>
    internal bool TryRead(ReadOnlyMemory<byte> body)
    {
        Data = default;
        var hasName = false;
        var hasNamespace = false;
        var reader = new Utf8JsonReader(body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                Data = JsonLine.Value(ref reader, body);
            }
            else if (reader.ValueTextEquals("stream"u8))
            {
                hasName = TryReadText(ref reader, Name, out var name);
                Name = name;
            }
            else if (reader.ValueTextEquals("namespace"u8))
            {
                hasNamespace = TryReadText(ref reader, Namespace, out var name);
                Namespace = name;
            }
            else
            {
                reader.Skip();
            }
        }

        Namespace = hasNamespace ? Namespace : string.Empty;
        return hasName && !Data.IsEmpty && Data.Span[0] == '{';
    }

    private static bool TryReadText(ref Utf8JsonReader reader, string before, out string text)
    {
        reader.Read();
        text = before;
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return false;
        }

        if (!reader.ValueTextEquals(before))
        {
            text = reader.GetString()!;
        }

        return text.Length > 0;
    }
}
