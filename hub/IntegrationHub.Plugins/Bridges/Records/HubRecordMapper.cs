using System.Globalization;
using System.Text.Json;
using IntegrationHub.Plugins.Bridges.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Records;

/// <summary>Reads back what <see cref="HubRecord"/> wrote. Where a value was found (its evidence) does not travel.</summary>
internal sealed class HubRecordMapper(string stream) : StreamMapper
{
    internal override Message? Map(JsonElement record, out string? problem)
    {
        problem = null;
        try
        {
            return TextOf(record, "kind") switch
            {
                "person" => Person(record),
                "interaction" => Interaction(record),
                "consent" => Consent(record),
                "deletion" => new DeletedRecord(stream, Required(record, "key")),
                _ => throw new FormatException("'kind'"),
            };
        }
        catch (FormatException e)
        {
            problem = $"it has no usable {e.Message}";
            return null;
        }
    }

    private PersonRecord Person(JsonElement record)
    {
        var person = new PersonRecord(stream, Required(record, "key")) { UpdatedAt = TimeOf(record, "updatedAt") };
        foreach (var property in record.EnumerateObject())
        {
            if (property.Name == "name")
            {
                AddParts(person, property.Value, "name.", 0);
            }
            else if (property.Name == "address" && property.Value.ValueKind == JsonValueKind.Array)
            {
                var group = 0;
                foreach (var address in property.Value.EnumerateArray())
                {
                    AddParts(person, address, "address.", group++);
                }
            }
            else if (Array.Find(HubRecord.Families, f => f.Name == property.Name) is { Prefix: { } prefix })
            {
                AddParts(person, property.Value, prefix, 0);
            }
            else if (PersonFields.IsKnown(property.Name))
            {
                AddValues(person, property.Name, property.Value, 0);
            }
        }

        return person;
    }

    private static void AddParts(PersonRecord person, JsonElement parts, string prefix, int group)
    {
        foreach (var part in parts.ValueKind == JsonValueKind.Object ? parts.EnumerateObject() : default)
        {
            if (PersonFields.IsKnown(prefix + part.Name))
            {
                AddValues(person, prefix + part.Name, part.Value, group);
            }
        }
    }

    private static void AddValues(PersonRecord person, string field, JsonElement value, int group)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                person.Add(field, value.GetString(), group);
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                person.AddNumber(field, number);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                person.AddFlag(field, value.GetBoolean());
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Array)
                    {
                        AddValues(person, field, item, group);
                    }
                }

                break;
        }
    }

    private InteractionRecord Interaction(JsonElement record)
    {
        var occurredAt = TimeOf(record, "occurredAt") ?? throw new FormatException("'occurredAt'");
        var interaction = new InteractionRecord(stream, Required(record, "key"), Required(record, "type"), occurredAt)
        {
            PersonStream = TextOf(record, "personStream"),
            PersonKey = TextOf(record, "personKey"),
            Title = TextOf(record, "title"),
            Channel = TextOf(record, "channel"),
            Direction = TextOf(record, "direction"),
            Amount = NumberOf(record, "amount"),
            Currency = TextOf(record, "currency"),
        };
        if (record.TryGetProperty("lines", out var lines) && lines.ValueKind == JsonValueKind.Array)
        {
            foreach (var line in lines.EnumerateArray())
            {
                interaction.Lines.Add(new InteractionLine(
                    Required(line, "name"), NumberOf(line, "quantity") ?? 0, NumberOf(line, "amount"), TextOf(line, "sku")));
            }
        }

        if (record.TryGetProperty("details", out var details) && ConfigText.TryParse(details.GetRawText()) is { } more)
        {
            interaction.Details.Merge(more);
        }

        return interaction;
    }

    private ConsentRecord Consent(JsonElement record)
    {
        var givenAt = TimeOf(record, "givenAt") ?? throw new FormatException("'givenAt'");
        var status = Enum.TryParse<ConsentStatus>(Required(record, "status"), ignoreCase: true, out var known) ? known : throw new FormatException("'status'");
        var consent = new ConsentRecord(
            stream, Required(record, "personKey"), Required(record, "channel"), Required(record, "purpose"), status, givenAt)
        {
            Proof = TextOf(record, "proof"),
        };
        consent.PersonStream = TextOf(record, "personStream") ?? stream;
        return consent;
    }

    private static string Required(JsonElement record, string name) =>
        TextOf(record, name) is { Length: > 0 } text ? text : throw new FormatException($"'{name}'");

    private static string? TextOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? NumberOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static DateTimeOffset? TimeOf(JsonElement record, string name) => TextOf(record, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new FormatException($"'{name}'");
}
