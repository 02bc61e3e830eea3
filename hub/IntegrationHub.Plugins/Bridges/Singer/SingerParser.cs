using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>Takes one line of a tap apart. Hot: nothing is copied, and the name of the stream before is not read anew. Not thread-safe.</summary>
internal sealed class SingerParser
{
    private static readonly (string Type, SingerKind Kind)[] Kinds =
    [
        ("RECORD", SingerKind.Record),
        ("SCHEMA", SingerKind.Schema),
        ("STATE", SingerKind.State),
        ("ACTIVATE_VERSION", SingerKind.ActivateVersion),
        ("BATCH", SingerKind.Batch),
    ];

    internal SingerKind Kind { get; private set; }

    /// <summary>Gets the name of the stream; empty when none is named.</summary>
    internal string Stream { get; private set; } = string.Empty;

    internal ReadOnlyMemory<byte> Record { get; private set; }

    internal ReadOnlyMemory<byte> Schema { get; private set; }

    internal ReadOnlyMemory<byte> KeyProperties { get; private set; }

    internal ReadOnlyMemory<byte> Value { get; private set; }

    internal long? Version { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <returns><see langword="false"/> when it is no message.</returns>
    internal bool TryParse(ReadOnlyMemory<byte> line)
    {
        (Kind, Record, Schema, KeyProperties, Value, Version) = (SingerKind.Other, default, default, default, default, null);
        var trimmed = JsonLine.Trim(line);
        if (trimmed.IsEmpty || trimmed.Span[0] != '{')
        {
            return false;
        }

        try
        {
            return TryWalk(trimmed);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool TryWalk(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        var hasType = false;
        var hasStream = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                hasType = TryReadType(ref reader);
            }
            else if (reader.ValueTextEquals("stream"u8))
            {
                hasStream = TryReadStream(ref reader);
            }
            else if (reader.ValueTextEquals("record"u8))
            {
                Record = JsonLine.Value(ref reader, line);
            }
            else if (reader.ValueTextEquals("schema"u8))
            {
                Schema = JsonLine.Value(ref reader, line);
            }
            else if (reader.ValueTextEquals("key_properties"u8))
            {
                KeyProperties = JsonLine.Value(ref reader, line);
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                Value = JsonLine.Value(ref reader, line);
            }
            else if (reader.ValueTextEquals("version"u8))
            {
                reader.Read();
                Version = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var version) ? version : null;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        // Anything behind the closing brace makes it no message: the reader throws.
        reader.Read();
        Stream = hasStream ? Stream : string.Empty;
        return hasType && Kind switch
        {
            SingerKind.Record => hasStream && !Record.IsEmpty && Record.Span[0] == '{',
            SingerKind.Schema or SingerKind.ActivateVersion => hasStream,
            SingerKind.State => !Value.IsEmpty,
            _ => true,
        };
    }

    private bool TryReadType(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return false;
        }

        foreach (var (type, kind) in Kinds)
        {
            if (reader.ValueTextEquals(type))
            {
                Kind = kind;
                return true;
            }
        }

        var other = reader.GetString()!;
        Kind = Array.Find(Kinds, k => k.Type.Equals(other, StringComparison.OrdinalIgnoreCase)).Kind;
        return true;
    }

    private bool TryReadStream(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return false;
        }

        if (!reader.ValueTextEquals(Stream))
        {
            Stream = reader.GetString()!;
        }

        return Stream.Length > 0;
    }
}
