using System.Text.Json;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Takes values out of a line as they are written, byte for byte.</summary>
internal static class JsonLine
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    internal static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        if (line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        return line.Trim(" \t\r\n"u8);
    }

    /// <summary>Gives the value behind the property name that the reader stands on, and moves the reader to its end.</summary>
    internal static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> line)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return line[start..(int)reader.BytesConsumed];
    }

    /// <summary>Finds a property of an object.</summary>
    /// <returns>Its value as written; empty when there is none.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    internal static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(json.Span);
        ReadOnlyMemory<byte> found = default;
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return found;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            var value = Value(ref reader, json);
            found = isWanted ? value : found;
        }

        return found;
    }

    /// <summary>Finds a text property of an object.</summary>
    /// <returns>The text, or <see langword="null"/> when there is none or it is no text.</returns>
    internal static string? FindText(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> name) => TextOf(Find(json, name));

    /// <summary>Reads a value that is a text.</summary>
    /// <returns>The text, or <see langword="null"/> when the value is another or no valid Unicode.</returns>
    internal static string? TextOf(ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty || value.Span[0] != '"')
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(value.Span);
            reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    internal static bool IsNull(ReadOnlyMemory<byte> value) => value.IsEmpty || value.Span.SequenceEqual("null"u8);
}
