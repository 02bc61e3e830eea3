using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Writes a message of the SDK as one JSON object. <see cref="MessageReader"/> reads it back.</summary>
internal static class MessageWriter
{
    /// <summary>Writes a message.</summary>
    /// <exception cref="ArgumentException">A text of it is not well-formed Unicode; the object is half written then.</exception>
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        switch (message)
        {
            case PersonRecord person:
                WritePerson(json, person);
                break;
            case InteractionRecord interaction:
                WriteInteraction(json, interaction);
                break;
            case ConsentRecord consent:
                WriteConsent(json, consent);
                break;
            case DeletedRecord deleted:
                WriteText(json, "deleted"u8, deleted.Key);
                break;
            case RejectedRecord rejected:
                WriteText(json, "rejected"u8, rejected.Reason);
                WriteText(json, "key"u8, rejected.Key);
                WriteText(json, "raw"u8, rejected.Raw);
                break;
            case Checkpoint checkpoint:
                // A text that holds JSON, so that no reader on the way can change a digit of it.
                WriteText(json, "checkpoint"u8, checkpoint.State.ToString(Formatting.None));
                WriteTime(json, "cursor"u8, checkpoint.Cursor);
                break;
            case StreamCompleted:
                json.WriteBoolean("completed"u8, value: true);
                break;
            default:
                throw new InvalidOperationException($"The protocol has no message of kind {message.GetType().Name}.");
        }

        WriteText(json, "stream"u8, message.Stream);
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, PersonRecord person)
    {
        WriteText(json, "person"u8, person.Key);
        WriteTime(json, "updatedAt"u8, person.UpdatedAt);
        json.WriteStartArray("fields"u8);
        var fields = person.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            json.WriteStartArray();
            json.WriteStringValue(Sound(field.Field));
            json.WriteStringValue(Sound(field.Value));
            if (field.Kind != FieldKind.Text || field.Group != 0 || field.Evidence is not null)
            {
                json.WriteNumberValue((int)field.Kind);
                json.WriteNumberValue(field.Group);
                json.WriteStringValue(Sound(field.Evidence));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteInteraction(Utf8JsonWriter json, InteractionRecord interaction)
    {
        WriteText(json, "interaction"u8, interaction.Key);
        WriteText(json, "type"u8, interaction.Type);
        WriteTime(json, "at"u8, interaction.OccurredAt);
        WriteText(json, "personStream"u8, interaction.PersonStream);
        WriteText(json, "personKey"u8, interaction.PersonKey);
        WriteText(json, "title"u8, interaction.Title);
        WriteText(json, "channel"u8, interaction.Channel);
        WriteText(json, "direction"u8, interaction.Direction);
        WriteText(json, "currency"u8, interaction.Currency);
        if (interaction.Amount is { } amount)
        {
            json.WriteNumber("amount"u8, amount);
        }

        if (interaction.Details.Count > 0)
        {
            WriteText(json, "details"u8, interaction.Details.ToString(Formatting.None));
        }

        if (interaction.Lines.Count > 0)
        {
            json.WriteStartArray("lines"u8);
            foreach (var line in interaction.Lines)
            {
                json.WriteStartArray();
                json.WriteStringValue(Sound(line.Name));
                json.WriteNumberValue(line.Quantity);
                if (line.Amount is { } lineAmount)
                {
                    json.WriteNumberValue(lineAmount);
                }
                else
                {
                    json.WriteNullValue();
                }

                json.WriteStringValue(Sound(line.Sku));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    private static void WriteConsent(Utf8JsonWriter json, ConsentRecord consent)
    {
        WriteText(json, "consent"u8, consent.PersonKey);
        WriteText(json, "personStream"u8, consent.PersonStream);
        WriteText(json, "channel"u8, consent.Channel);
        WriteText(json, "purpose"u8, consent.Purpose);
        json.WriteNumber("status"u8, (int)consent.Status);
        WriteTime(json, "at"u8, consent.GivenAt);
        WriteText(json, "proof"u8, consent.Proof);
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Sound(value));
        }
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time);
        }
    }

    // The writer would put U+FFFD in place of half a surrogate pair: a record must not change on its way.
    private static string? Sound(string? text)
    {
        if (text is not null && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                {
                    throw new ArgumentException("A text holds half a surrogate pair; expected well-formed Unicode.", nameof(text));
                }
            }
        }

        return text;
    }
}
