using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Lists.Jsonl;

namespace IntegrationHub.Plugins.Bridges.Mapping;

/// <summary>One record seen through the fields that a mapping fills: from columns, or with a fixed value.</summary>
internal sealed class FieldRow
{
    private readonly Dictionary<string, int> _columns;
    private readonly IReadOnlyDictionary<string, string> _fixed;
    private readonly JsonRow _row;

    internal FieldRow(FieldMapping mapping)
    {
        _columns = mapping.Columns.Select((c, i) => (c.Field, Index: i)).ToDictionary(c => c.Field, c => c.Index, StringComparer.Ordinal);
        _fixed = mapping.Values;
        _row = new JsonRow([.. mapping.Columns.Select(c => c.Column)]);
    }

    internal void Load(JsonElement record) => _row.Load(record);

    internal string? Text(string field)
    {
        if (_columns.TryGetValue(field, out var column) && _row.CountOf(column) > 0 && _row.ValueOf(column, 0)?.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        return _fixed.GetValueOrDefault(field);
    }

    /// <summary>Reads a number.</summary>
    /// <returns><see langword="false"/> when there is a value that is no number.</returns>
    internal bool TryNumber(string field, out decimal? number)
    {
        number = null;
        if (Text(field) is not { } text)
        {
            return true;
        }

        var isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        number = isNumber ? value : null;
        return isNumber;
    }
}
