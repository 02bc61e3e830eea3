using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Cards;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Gate;

/// <summary>Writes the body of an interaction: <c>{"title","channel","direction","amount","currency","lines":[{"name","quantity","amount","sku"}],"details":{}}</c>,
/// what is missing left out, payment cards masked.</summary>
internal static class InteractionBody
{
    private const int DepthMax = 32;
    private const int TypeCharsMax = 64;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DepthMax + 8 };

    /// <summary>Writes the body.</summary>
    /// <param name="record">The interaction.</param>
    /// <param name="options">The limits.</param>
    /// <param name="fault">What is wrong, without values.</param>
    /// <returns>The JSON, also of a faulty interaction when it can be kept for repair.</returns>
    internal static string? Write(InteractionRecord record, GateOptions options, out string? fault)
    {
        fault = record.Type.Length > TypeCharsMax || TextFault.Find(record.Type) is not null
            ? $"The type is longer than {TypeCharsMax} characters or holds control characters."
            : null;
        var output = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        Text(writer, "title", record.Title, ref fault);
        Text(writer, "channel", record.Channel, ref fault);
        Text(writer, "direction", record.Direction, ref fault);
        if (record.Amount is { } amount)
        {
            writer.WriteNumber("amount", amount);
        }

        Text(writer, "currency", record.Currency, ref fault);
        Lines(writer, record.Lines, ref fault);
        if (record.Details.Count > 0)
        {
            writer.WritePropertyName("details");
            Token(writer, record.Details, 1, ref fault);
        }

        writer.WriteEndObject();
        writer.Flush();
        if (output.WrittenCount > options.InteractionBytesMax)
        {
            fault ??= $"The interaction has {output.WrittenCount} bytes; expected at most {options.InteractionBytesMax}.";
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Lines(Utf8JsonWriter writer, IList<InteractionLine> lines, ref string? fault)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("lines");
        foreach (var line in lines)
        {
            writer.WriteStartObject();
            Text(writer, "name", line.Name, ref fault);
            writer.WriteNumber("quantity", line.Quantity);
            if (line.Amount is { } amount)
            {
                writer.WriteNumber("amount", amount);
            }

            Text(writer, "sku", line.Sku, ref fault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text, ref string? fault)
    {
        if (text is not null)
        {
            writer.WriteString(name, Safe(text, name, ref fault));
        }
    }

    private static string Safe(string text, string where, ref string? fault)
    {
        if (TextFault.Find(text) is { } found)
        {
            fault ??= $"The {where} {found}.";
            text = TextFault.WellFormed(text);
        }

        return CardMasker.Mask(text);
    }

    private static void Token(Utf8JsonWriter writer, JToken token, int depth, ref string? fault)
    {
        if (depth > DepthMax)
        {
            fault ??= $"The details are nested more than {DepthMax} levels deep.";
            writer.WriteNullValue();
            return;
        }

        switch (token)
        {
            case JObject members:
                Object(writer, members, depth, ref fault);
                break;
            case JArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Token(writer, item, depth + 1, ref fault);
                }

                writer.WriteEndArray();
                break;
            default:
                Value(writer, token as JValue, ref fault);
                break;
        }
    }

    private static void Object(Utf8JsonWriter writer, JObject members, int depth, ref string? fault)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            if (value is null || CardNames.IsForbidden(name))
            {
                continue;
            }

            writer.WritePropertyName(Safe(name, "name of a detail", ref fault));
            Token(writer, value, depth + 1, ref fault);
        }

        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, JValue? value, ref string? fault)
    {
        switch (value?.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number when !double.IsFinite(number):
            case float single when !float.IsFinite(single):
                fault ??= "A number in the details is not finite.";
                writer.WriteNullValue();
                break;
            case double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                Number(writer, ((IFormattable)value.Value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                writer.WriteStringValue(Safe(Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty, "details", ref fault));
                break;
        }
    }

    /// <summary>A card number may also come as a number.</summary>
    private static void Number(Utf8JsonWriter writer, string number)
    {
        var masked = CardMasker.Mask(number);
        if (ReferenceEquals(masked, number))
        {
            writer.WriteRawValue(number);
        }
        else
        {
            writer.WriteStringValue(masked);
        }
    }
}
