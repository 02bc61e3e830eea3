using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden;

/// <summary>The JSON form of values, the same for the fast path and the whole record.</summary>
internal static class GoldenJson
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static void WriteText(Utf8JsonWriter writer, string text, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            case FieldKind.Boolean:
                writer.WriteBooleanValue(text == "true");
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }
}
