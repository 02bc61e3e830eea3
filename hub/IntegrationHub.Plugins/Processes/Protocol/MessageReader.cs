using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Reads back what <see cref="MessageWriter"/> wrote. Not thread-safe.</summary>
/// <remarks>Names that come again and again are made once: of streams the last one, of fields the one at the same place of the last record.</remarks>
internal sealed class MessageReader
{
    private readonly List<string> _fieldNames = [];
    private string _stream = string.Empty;

    /// <summary>Reads one line.</summary>
    /// <param name="line">A JSON object.</param>
    /// <returns>The message, or <see langword="null"/> when the line is something else of the protocol.</returns>
    /// <exception cref="JsonException">It is not well-formed, or not what the protocol has.</exception>
    public Message? Read(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject || !json.Read() || json.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException("Expected an object that is not empty.");
        }

        try
        {
            return json.ValueTextEquals("person"u8) ? ReadPerson(ref json)
                : json.ValueTextEquals("interaction"u8) ? ReadInteraction(ref json)
                : json.ValueTextEquals("consent"u8) ? ReadConsent(ref json)
                : json.ValueTextEquals("deleted"u8) ? ReadDeleted(ref json)
                : json.ValueTextEquals("rejected"u8) ? ReadRejected(ref json)
                : json.ValueTextEquals("checkpoint"u8) ? ReadCheckpoint(ref json)
                : json.ValueTextEquals("completed"u8) ? new StreamCompleted(ReadRest(ref json))
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("A message is not as the protocol has it.", e);
        }
    }

    private PersonRecord ReadPerson(ref Utf8JsonReader json)
    {
        var key = Text(ref json)!;
        DateTimeOffset? updatedAt = null;
        json.Read();
        if (json.ValueTextEquals("updatedAt"u8))
        {
            updatedAt = Time(ref json);
            json.Read();
        }

        // The stream comes after the fields; the one of the last record is right nearly always.
        var person = new PersonRecord(_stream.Length == 0 ? "?" : _stream, key) { UpdatedAt = updatedAt };
        json.Read();
        for (var at = 0; json.Read() && json.TokenType == JsonTokenType.StartArray; at++)
        {
            ReadField(ref json, person, at);
        }

        var stream = ReadStream(ref json);
        if (ReferenceEquals(stream, person.Stream))
        {
            return person;
        }

        var moved = new PersonRecord(stream, key) { UpdatedAt = updatedAt };
        foreach (var field in person.Fields)
        {
            Add(moved, field);
        }

        return moved;
    }

    private void ReadField(ref Utf8JsonReader json, PersonRecord person, int at)
    {
        json.Read();
        if (at == _fieldNames.Count)
        {
            _fieldNames.Add(json.GetString()!);
        }
        else if (!json.ValueTextEquals(_fieldNames[at]))
        {
            _fieldNames[at] = json.GetString()!;
        }

        var value = Text(ref json)!;
        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
        {
            person.Add(_fieldNames[at], value);
            return;
        }

        var kind = (FieldKind)json.GetInt32();
        json.Read();
        var group = json.GetInt32();
        Add(person, new FieldValue(_fieldNames[at], value, kind, group, Text(ref json)));
        json.Read();
    }

    private static void Add(PersonRecord person, FieldValue field) => _ = field.Kind switch
    {
        FieldKind.Number => person.AddNumber(field.Field, decimal.Parse(field.Value, CultureInfo.InvariantCulture)),
        FieldKind.Boolean => person.AddFlag(field.Field, field.Value == "true"),
        _ => person.Add(field.Field, field.Value, field.Group, field.Evidence),
    };

    private Message ReadInteraction(ref Utf8JsonReader json)
    {
        var key = Text(ref json)!;
        json.Read();
        var type = Text(ref json)!;
        json.Read();
        var at = Time(ref json);
        string? personStream = null, personKey = null, title = null, channel = null, direction = null, currency = null, details = null;
        decimal? amount = null;
        List<InteractionLine> lines = [];
        while (json.Read() && !json.ValueTextEquals("stream"u8))
        {
            if (json.ValueTextEquals("personStream"u8))
            {
                personStream = Text(ref json);
            }
            else if (json.ValueTextEquals("personKey"u8))
            {
                personKey = Text(ref json);
            }
            else if (json.ValueTextEquals("title"u8))
            {
                title = Text(ref json);
            }
            else if (json.ValueTextEquals("channel"u8))
            {
                channel = Text(ref json);
            }
            else if (json.ValueTextEquals("direction"u8))
            {
                direction = Text(ref json);
            }
            else if (json.ValueTextEquals("currency"u8))
            {
                currency = Text(ref json);
            }
            else if (json.ValueTextEquals("details"u8))
            {
                details = Text(ref json);
            }
            else if (json.ValueTextEquals("amount"u8))
            {
                json.Read();
                amount = json.GetDecimal();
            }
            else
            {
                ReadLines(ref json, lines);
            }
        }

        var interaction = new InteractionRecord(StreamName(ref json), key, type, at)
        {
            PersonStream = personStream,
            PersonKey = personKey,
            Title = title,
            Channel = channel,
            Direction = direction,
            Currency = currency,
            Amount = amount,
        };
        foreach (var line in lines)
        {
            interaction.Lines.Add(line);
        }

        return AddDetails(interaction, details);
    }

    private static Message AddDetails(InteractionRecord interaction, string? details)
    {
        if (details is null)
        {
            return interaction;
        }

        if (RawJson.TryParse(details) is not JObject parsed)
        {
            return new RejectedRecord(
                interaction.Stream, $"The details of the interaction are nested deeper than {RawJson.DepthMax}; expected flat ones.")
            {
                Key = interaction.Key,
            };
        }

        foreach (var property in parsed.Properties())
        {
            interaction.Details[property.Name] = property.Value;
        }

        return interaction;
    }

    private static void ReadLines(ref Utf8JsonReader json, List<InteractionLine> lines)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            var name = Text(ref json)!;
            json.Read();
            var quantity = json.GetDecimal();
            json.Read();
            decimal? amount = json.TokenType == JsonTokenType.Null ? null : json.GetDecimal();
            lines.Add(new InteractionLine(name, quantity, amount, Text(ref json)));
            json.Read();
        }
    }

    private ConsentRecord ReadConsent(ref Utf8JsonReader json)
    {
        var key = Text(ref json)!;
        json.Read();
        var personStream = Text(ref json)!;
        json.Read();
        var channel = Text(ref json)!;
        json.Read();
        var purpose = Text(ref json)!;
        json.Read();
        json.Read();
        var status = (ConsentStatus)json.GetInt32();
        json.Read();
        var at = Time(ref json);
        json.Read();
        string? proof = null;
        if (json.ValueTextEquals("proof"u8))
        {
            proof = Text(ref json);
            json.Read();
        }

        return new ConsentRecord(StreamName(ref json), key, channel, purpose, status, at) { PersonStream = personStream, Proof = proof };
    }

    private DeletedRecord ReadDeleted(ref Utf8JsonReader json)
    {
        var key = Text(ref json)!;
        return new DeletedRecord(ReadStream(ref json), key);
    }

    private RejectedRecord ReadRejected(ref Utf8JsonReader json)
    {
        var reason = Text(ref json)!;
        string? key = null, raw = null;
        while (json.Read() && !json.ValueTextEquals("stream"u8))
        {
            if (json.ValueTextEquals("key"u8))
            {
                key = Text(ref json);
            }
            else
            {
                raw = Text(ref json);
            }
        }

        return new RejectedRecord(StreamName(ref json), reason, raw) { Key = key };
    }

    private Checkpoint ReadCheckpoint(ref Utf8JsonReader json)
    {
        var state = Text(ref json)!;
        DateTimeOffset? cursor = null;
        json.Read();
        if (json.ValueTextEquals("cursor"u8))
        {
            cursor = Time(ref json);
            json.Read();
        }

        return new Checkpoint(StreamName(ref json), new JRaw(state), cursor);
    }

    private string ReadRest(ref Utf8JsonReader json)
    {
        json.Read();
        return ReadStream(ref json);
    }

    private string ReadStream(ref Utf8JsonReader json)
    {
        json.Read();
        return StreamName(ref json);
    }

    private string StreamName(ref Utf8JsonReader json)
    {
        json.Read();
        if (!json.ValueTextEquals(_stream))
        {
            _stream = json.GetString()!;
        }

        return _stream;
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static DateTimeOffset Time(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetDateTimeOffset();
    }
}
