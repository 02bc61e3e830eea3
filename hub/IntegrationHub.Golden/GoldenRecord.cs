using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Golden;

/// <summary>The values that survive for a customer, each with its lineage and the values that lost.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Fields">The fields in canonical order.</param>
public sealed record GoldenRecord(IReadOnlyList<GoldenField> Fields)
{
    /// <summary>Writes the record as a JSON object keyed by canonical field names: singles as string, number or yes/no; e-mails, phones,
    /// urls and identifiers as lists, best first; <c>address</c> as a list of objects.</summary>
    /// <param name="includeLineage">Adds a <c>lineage</c> object with the same keys. Each is a list of
    /// <c>{"value","won","source","stream","key","run","at","rule","alsoFrom"}</c>, survivors first.</param>
    /// <returns>The JSON; the same record always gives the same text.</returns>
    public string ToJson(bool includeLineage)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(output, GoldenJson.Options))
        {
            writer.WriteStartObject();
            foreach (var field in Fields)
            {
                WriteValues(writer, field);
            }

            if (includeLineage)
            {
                writer.WriteStartObject("lineage");
                foreach (var field in Fields)
                {
                    WriteLineage(writer, field);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteValues(Utf8JsonWriter writer, GoldenField field)
    {
        if (field.Values.Count == 0)
        {
            return;
        }

        writer.WritePropertyName(field.Name);
        if (!field.IsRepeated)
        {
            WriteValue(writer, field.Values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in field.Values)
        {
            WriteValue(writer, value);
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, GoldenValue value)
    {
        if (value.Parts is null)
        {
            GoldenJson.WriteText(writer, value.Text, value.Kind);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, text) in value.Parts)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteLineage(Utf8JsonWriter writer, GoldenField field)
    {
        writer.WriteStartArray(field.Name);
        foreach (var value in field.Values)
        {
            WriteLineage(writer, value, hasWon: true);
        }

        foreach (var value in field.Lost)
        {
            WriteLineage(writer, value, hasWon: false);
        }

        writer.WriteEndArray();
    }

    private static void WriteLineage(Utf8JsonWriter writer, GoldenValue value, bool hasWon)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("value");
        WriteValue(writer, value);
        writer.WriteBoolean("won", hasWon);
        writer.WriteString("source", value.Lineage.Source);
        writer.WriteString("stream", value.Lineage.Stream);
        writer.WriteString("key", value.Lineage.Key);
        writer.WriteNumber("run", value.Lineage.RunId);
        writer.WriteString("at", value.Lineage.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("rule", value.Lineage.Rule);
        if (value.AlsoFrom.Count > 0)
        {
            writer.WriteStartArray("alsoFrom");
            foreach (var reference in value.AlsoFrom)
            {
                writer.WriteStringValue(reference);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
