using System.Text.Json;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>Turns records into interactions.</summary>
internal sealed class InteractionMapper : StreamMapper
{
    internal const string DetailPrefix = "detail:";

    internal static readonly string[] Fields =
        ["key", "type", "occurredAt", "personKey", "personStream", "title", "channel", "direction", "amount", "currency"];

    internal static readonly string[] Required = ["key", "type", "occurredAt"];

    private readonly string _stream;
    private readonly FieldRow _row;
    private readonly DateReader _dates;
    private readonly string[] _details;

    internal InteractionMapper(string stream, FieldMapping mapping, DateReader dates)
    {
        _stream = stream;
        _row = new FieldRow(mapping);
        _dates = dates;
        _details = [.. mapping.Columns.Select(c => c.Field).Where(f => f.StartsWith(DetailPrefix, StringComparison.Ordinal))];
    }

    internal override Message? Map(JsonElement record, out string? problem)
    {
        _row.Load(record);
        problem = null;
        var key = _row.Text("key");
        if (key is null)
        {
            problem = "it has no key; expected a value in the column for 'key'";
            return null;
        }

        if (PersonMapper.IsDeleted(record))
        {
            return new DeletedRecord(_stream, key);
        }

        if (_row.Text("type") is not { } type || _row.Text("occurredAt") is not { } time || _dates.Read(time) is not { } occurredAt)
        {
            problem = "it does not say what happened when; expected values for 'type' and 'occurredAt', a point in time";
            return null;
        }

        if (!_row.TryNumber("amount", out var amount))
        {
            problem = "its 'amount' is no number";
            return null;
        }

        var interaction = new InteractionRecord(_stream, key, type, occurredAt)
        {
            PersonKey = _row.Text("personKey"),
            PersonStream = _row.Text("personStream"),
            Title = _row.Text("title"),
            Channel = _row.Text("channel"),
            Direction = _row.Text("direction"),
            Amount = amount,
            Currency = _row.Text("currency"),
        };
        foreach (var detail in _details)
        {
            interaction.Details[detail[DetailPrefix.Length..]] = _row.Text(detail);
        }

        return interaction;
    }
}
