using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Finds kind and body of one line. Hot: nothing is copied and nothing allocated; the body is a part of the line.</summary>
/// <remarks>The kind may stand behind the body, and any field may come that the protocol does not know. Not thread-safe.</remarks>
internal sealed class AirbyteParser
{
    private static readonly (string Type, string Body)[] Kinds =
    [
        (string.Empty, string.Empty),
        ("RECORD", "record"),
        ("STATE", "state"),
        ("LOG", "log"),
        ("SPEC", "spec"),
        ("CONNECTION_STATUS", "connectionStatus"),
        ("CATALOG", "catalog"),
        ("TRACE", "trace"),
        ("CONTROL", "control"),
    ];

    private readonly ReadOnlyMemory<byte>[] _bodies = new ReadOnlyMemory<byte>[Kinds.Length];

    internal AirbyteKind Kind { get; private set; }

    /// <summary>Gets the JSON text of the body.</summary>
    internal ReadOnlyMemory<byte> Body => _bodies[(int)Kind];

    /// <summary>Gets what sources made with the Faros kit say of a stream beside a state: it may have failed though the program ends well.</summary>
    internal ReadOnlyMemory<byte> StreamStatus { get; private set; }

    /// <summary>Gets what such sources say of the whole run.</summary>
    internal ReadOnlyMemory<byte> SourceStatus { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <returns><see langword="false"/> when it is no message of the protocol.</returns>
    internal bool TryParse(ReadOnlyMemory<byte> line)
    {
        Array.Clear(_bodies);
        (Kind, StreamStatus, SourceStatus) = (AirbyteKind.Other, default, default);
        var trimmed = JsonLine.Trim(line);
        if (trimmed.IsEmpty || trimmed.Span[0] != '{')
        {
            return false;
        }

        try
        {
            return TryWalk(trimmed);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryWalk(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        var hasType = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                hasType = TryReadType(ref reader);
                continue;
            }

            var body = BodyOf(ref reader);
            var isStreamStatus = body < 0 && reader.ValueTextEquals("streamStatus"u8);
            var isSourceStatus = body < 0 && reader.ValueTextEquals("sourceStatus"u8);
            var value = JsonLine.Value(ref reader, line);
            if (body > 0)
            {
                _bodies[body] = value;
            }
            else if (isStreamStatus)
            {
                StreamStatus = value;
            }
            else if (isSourceStatus)
            {
                SourceStatus = value;
            }
        }

        // Anything behind the closing brace makes it no message: the reader throws.
        reader.Read();
        return hasType && (Kind == AirbyteKind.Other || !Body.IsEmpty);
    }

    private bool TryReadType(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return false;
        }

        for (var i = 1; i < Kinds.Length; i++)
        {
            if (reader.ValueTextEquals(Kinds[i].Type))
            {
                Kind = (AirbyteKind)i;
                return true;
            }
        }

        var type = reader.GetString()!.ToUpperInvariant();
        Kind = (AirbyteKind)Math.Max(0, Array.FindIndex(Kinds, k => k.Type == type));
        return true;
    }

    private static int BodyOf(ref Utf8JsonReader reader)
    {
        for (var i = 1; i < Kinds.Length; i++)
        {
            if (reader.ValueTextEquals(Kinds[i].Body))
            {
                return i;
            }
        }

        return -1;
    }
}
