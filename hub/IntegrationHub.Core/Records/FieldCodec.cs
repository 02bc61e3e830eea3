using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Core.Records;

/// <summary>The one stored form of a record's values: a JSON array of arrays
/// <c>[name, value, original|null, kind, group, evidence|null, saidAt]</c>, trailing defaults left out, the time in Unix milliseconds.</summary>
/// <remarks>Shared by both storage engines, so that equal values have equal bytes. Thread-safe.</remarks>
public static class FieldCodec
{
    private const int RememberedNamesMax = 32;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Records of a stream have the same fields in the same places, so the names of the last one are tried first.
    [ThreadStatic]
    private static string[]? _lastNames;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes values.</summary>
    /// <param name="fields">The values.</param>
    /// <param name="output">Takes UTF-8 JSON.</param>
    public static void Write(IReadOnlyList<Field> fields, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(fields);

        var writer = _writer ??= new Utf8JsonWriter(output, Options);
        writer.Reset(output);
        writer.WriteStartArray();
        for (var i = 0; i < fields.Count; i++)
        {
            WriteField(writer, fields[i]);
        }

        writer.WriteEndArray();
        writer.Flush();
    }

    /// <summary>Reads values.</summary>
    /// <param name="utf8">What <see cref="Write"/> wrote.</param>
    /// <returns>The values, in the same order.</returns>
    /// <exception cref="JsonException">The bytes are not such an array.</exception>
    public static IReadOnlyList<Field> Read(ReadOnlySpan<byte> utf8)
    {
        var fields = new List<Field>(12);
        var reader = new Utf8JsonReader(utf8);
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            fields.Add(ReadField(ref reader, fields.Count));
        }

        return fields;
    }

    private static void WriteField(Utf8JsonWriter writer, in Field field)
    {
        var last = field.SaidAt is not null ? 6 : field.Evidence is not null ? 5 : field.Group != 0 ? 4 : field.Kind != FieldKind.Text ? 3 : field.Original is not null ? 2 : 1;
        writer.WriteStartArray();
        writer.WriteStringValue(field.Name);
        writer.WriteStringValue(field.Value);
        if (last >= 2)
        {
            writer.WriteStringValue(field.Original);
        }

        if (last >= 3)
        {
            writer.WriteNumberValue((int)field.Kind);
        }

        if (last >= 4)
        {
            writer.WriteNumberValue(field.Group);
        }

        if (last >= 5)
        {
            writer.WriteStringValue(field.Evidence);
        }

        if (last >= 6)
        {
            writer.WriteNumberValue(field.SaidAt!.Value.ToUnixTimeMilliseconds());
        }

        writer.WriteEndArray();
    }

    private static Field ReadField(ref Utf8JsonReader reader, int place)
    {
        Expect(ref reader, JsonTokenType.String);
        var name = ReadName(ref reader, place);
        Expect(ref reader, JsonTokenType.String);
        var value = reader.GetString()!;
        string? original = null;
        string? evidence = null;
        DateTimeOffset? saidAt = null;
        var kind = FieldKind.Text;
        var group = 0;
        for (var index = 2; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            switch (index)
            {
                case 2:
                    original = reader.GetString();
                    break;
                case 3:
                    kind = (FieldKind)reader.GetInt32();
                    break;
                case 4:
                    group = reader.GetInt32();
                    break;
                case 5:
                    evidence = reader.GetString();
                    break;
                default:
                    saidAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());
                    break;
            }
        }

        return new Field(name, value, original, kind, group, evidence, saidAt);
    }

    private static string ReadName(ref Utf8JsonReader reader, int place)
    {
        var names = _lastNames ??= new string[RememberedNamesMax];
        if (place >= names.Length)
        {
            return string.Intern(reader.GetString()!);
        }

        if (names[place] is not { } name || !reader.ValueTextEquals(name))
        {
            names[place] = name = string.Intern(reader.GetString()!);
        }

        return name;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException($"Stored values are damaged: expected {type}, found {reader.TokenType} at byte {reader.TokenStartIndex}.");
        }
    }
}
