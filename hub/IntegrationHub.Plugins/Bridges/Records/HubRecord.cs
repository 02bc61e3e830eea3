using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Plugins.Bridges.Records;

/// <summary>Writes messages of the hub as the records of an Airbyte stream: one object each, its names those of the canonical fields
/// with their parts nested, so that a warehouse can use them and <see cref="HubRecordMapper"/> reads the same message back.</summary>
internal static class HubRecord
{
    /// <summary>The keyword of a JSON schema that marks a stream of such records.</summary>
    internal const string Marker = "x-integrationhub";

    internal const string MarkerValue = "messages";

    internal const string DeletedAt = "_ab_cdc_deleted_at";

    internal static readonly (string Name, string Prefix)[] Families =
    [
        ("identifiers", PersonFields.IdentifierPrefix),
        ("attributes", PersonFields.AttributePrefix),
        ("consents", PersonFields.ConsentPrefix),
        ("lists", PersonFields.ListPrefix),
    ];

    internal static bool IsMarked(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty(Marker, out var marker)
        && marker.ValueKind == JsonValueKind.String
        && marker.ValueEquals(MarkerValue);

    internal static bool CanWrite(Message message) => message is PersonRecord or InteractionRecord or ConsentRecord or DeletedRecord;

    internal static void Write(Utf8JsonWriter json, Message message, DateTimeOffset now)
    {
        json.WriteStartObject();
        switch (message)
        {
            case PersonRecord person:
                json.WriteString("kind", "person");
                json.WriteString("key", person.Key);
                WriteTime(json, "updatedAt", person.UpdatedAt);
                WriteFields(json, person.Fields);
                break;
            case InteractionRecord interaction:
                WriteInteraction(json, interaction);
                break;
            case ConsentRecord consent:
                WriteConsent(json, consent);
                break;
            case DeletedRecord deleted:
                json.WriteString("kind", "deletion");
                json.WriteString("key", deleted.Key);
                WriteTime(json, DeletedAt, now);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<FieldValue> fields)
    {
        foreach (var plain in fields.Where(f => PersonFields.All.Contains(f.Field, StringComparer.Ordinal) && !f.Field.Contains('.', StringComparison.Ordinal)).GroupBy(f => f.Field, StringComparer.Ordinal))
        {
            WriteValues(json, plain.Key, [.. plain], plain.Key is PersonFields.Email or PersonFields.Phone or PersonFields.Url);
        }

        WriteNested(json, "name", [.. fields.Where(f => f.Field.StartsWith("name.", StringComparison.Ordinal))], "name.");
        WriteAddresses(json, [.. fields.Where(f => f.Field.StartsWith("address.", StringComparison.Ordinal))]);
        foreach (var (name, prefix) in Families)
        {
            WriteNested(json, name, [.. fields.Where(f => f.Field.StartsWith(prefix, StringComparison.Ordinal))], prefix);
        }
    }

    private static void WriteNested(Utf8JsonWriter json, string name, List<FieldValue> fields, string prefix)
    {
        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        WriteParts(json, fields, prefix);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, IEnumerable<FieldValue> fields, string prefix)
    {
        foreach (var part in fields.GroupBy(f => f.Field, StringComparer.Ordinal))
        {
            WriteValues(json, part.Key[prefix.Length..], [.. part], isList: false);
        }
    }

    private static void WriteAddresses(Utf8JsonWriter json, List<FieldValue> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartArray("address");
        for (var group = 0; group <= fields.Max(f => f.Group); group++)
        {
            json.WriteStartObject();
            WriteParts(json, fields.Where(f => f.Group == group), "address.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, FieldValue[] values, bool isList)
    {
        json.WritePropertyName(name);
        if (values.Length == 1 && !isList)
        {
            WriteValue(json, values[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var value in values)
        {
            WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, in FieldValue value)
    {
        switch (value.Kind)
        {
            case FieldKind.Number:
                json.WriteRawValue(value.Value);
                break;
            case FieldKind.Boolean:
                json.WriteBooleanValue(value.Value == "true");
                break;
            default:
                json.WriteStringValue(value.Value);
                break;
        }
    }

    private static void WriteInteraction(Utf8JsonWriter json, InteractionRecord interaction)
    {
        json.WriteString("kind", "interaction");
        json.WriteString("key", interaction.Key);
        json.WriteString("type", interaction.Type);
        WriteTime(json, "occurredAt", interaction.OccurredAt);
        json.WriteString("personStream", interaction.PersonStream);
        json.WriteString("personKey", interaction.PersonKey);
        json.WriteString("title", interaction.Title);
        json.WriteString("channel", interaction.Channel);
        json.WriteString("direction", interaction.Direction);
        WriteNumber(json, "amount", interaction.Amount);
        json.WriteString("currency", interaction.Currency);
        json.WriteStartArray("lines");
        foreach (var line in interaction.Lines)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteNumber("quantity", line.Quantity);
            WriteNumber(json, "amount", line.Amount);
            json.WriteString("sku", line.Sku);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("details");
        json.WriteRawValue(interaction.Details.ToString(Formatting.None));
    }

    private static void WriteConsent(Utf8JsonWriter json, ConsentRecord consent)
    {
        json.WriteString("kind", "consent");

        // A choice has no key of its own; destinations need one.
        json.WriteString("key", string.Join('/', consent.PersonStream, consent.PersonKey, consent.Channel, consent.Purpose, consent.GivenAt.ToString("O", CultureInfo.InvariantCulture)));
        json.WriteString("personStream", consent.PersonStream);
        json.WriteString("personKey", consent.PersonKey);
        json.WriteString("channel", consent.Channel);
        json.WriteString("purpose", consent.Purpose);
        json.WriteString("status", consent.Status.ToString().ToLowerInvariant());
        WriteTime(json, "givenAt", consent.GivenAt);
        json.WriteString("proof", consent.Proof);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
