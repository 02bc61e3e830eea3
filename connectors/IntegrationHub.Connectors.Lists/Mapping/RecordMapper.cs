using System.Globalization;
using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Turns rows into messages by a plan. Hot: no closures, no look-ups by name, one list kept for all rows.</summary>
internal sealed class RecordMapper(string stream, RecordPlan plan, DateReader dates)
{
    private readonly List<FieldValue> _values = new(16);
    private readonly StringBuilder _joined = new();
    private readonly ContentKey _contentKey = new();

    /// <summary>Gets how many values of the column for <c>updatedAt</c> could not be understood.</summary>
    internal int UnreadableTimes { get; private set; }

    /// <summary>Turns one row into a message.</summary>
    /// <param name="row">The row.</param>
    /// <param name="message">The message, or <see langword="null"/> when the row is not wanted or blank.</param>
    /// <param name="problem">What is wrong with the row, as the end of a sentence, or <see langword="null"/>.</param>
    internal void Map(Row row, out Message? message, out string? problem)
    {
        message = null;
        problem = null;
        if (!Passes(row))
        {
            return;
        }

        Collect(row);
        var key = plan.Key.Length == 1 ? Text(row, plan.Key[0]) : plan.Key.Length > 1 ? JoinKey(row) : null;
        if (key is null && (plan.Key.Length > 0 || _values.Count == 0))
        {
            problem = row.IsBlank() ? null
                : plan.Key.Length > 0 ? $"the key column '{plan.Columns[plan.Key[0]]}' is empty; expected a value"
                : "none of the mapped columns has a value";
            return;
        }

        key ??= _contentKey.Of(_values);
        problem = ProblemOf(key);
        if (problem is null)
        {
            message = Create(row, key, out problem);
        }
    }

    private bool Passes(Row row)
    {
        foreach (var (column, values) in plan.Filters)
        {
            var passes = false;
            for (var i = 0; i < row.CountOf(column) && !passes; i++)
            {
                passes = values.Contains(row.ValueOf(column, i)?.Trim() ?? string.Empty);
            }

            if (!passes && !(row.CountOf(column) == 0 && values.Contains(string.Empty)))
            {
                return false;
            }
        }

        return true;
    }

    private string? ProblemOf(string key)
    {
        if (key.Length > ListLimits.KeyCharsMax)
        {
            return $"the key is {key.Length} characters long; at most {ListLimits.KeyCharsMax} are allowed";
        }

        if (key.Contains('\0', StringComparison.Ordinal))
        {
            return "the key holds a NUL character";
        }

        foreach (var value in _values)
        {
            if (value.Value.Contains('\0', StringComparison.Ordinal))
            {
                return $"a value for '{value.Field}' holds a NUL character; is the file damaged or its encoding another?";
            }
        }

        return null;
    }

    private Message? Create(Row row, string key, out string? problem)
    {
        problem = null;
        if (plan.Deleted >= 0)
        {
            var deleted = YesNo.Read(Text(row, plan.Deleted), dates);
            if (deleted is null)
            {
                problem = $"column '{plan.Columns[plan.Deleted]}' says neither yes nor no; expected a word such as true, false, 1, 0, or a date";
                return null;
            }

            if (deleted.Value)
            {
                return new DeletedRecord(stream, key);
            }
        }

        var record = new PersonRecord(stream, key);
        if (plan.UpdatedAt >= 0 && Text(row, plan.UpdatedAt) is { } time)
        {
            record.UpdatedAt = dates.Read(time);
            UnreadableTimes += record.UpdatedAt is null ? 1 : 0;
        }

        foreach (var value in _values)
        {
            Add(record, value);
        }

        return record;
    }

    private static void Add(PersonRecord record, in FieldValue value)
    {
        if (value.Kind == FieldKind.Boolean)
        {
            record.AddFlag(value.Field, value.Value == "true");
        }
        else if (value.Kind == FieldKind.Number
            && decimal.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            record.AddNumber(value.Field, number);
        }
        else
        {
            record.Add(value.Field, value.Value, value.Group);
        }
    }

    private void Collect(Row row)
    {
        _values.Clear();
        foreach (var field in plan.Fields)
        {
            if (field.Rule == JoinRule.Repeat)
            {
                CollectEach(row, field);
            }
            else if (field.Target.IsAddress)
            {
                CollectGroups(row, field);
            }
            else
            {
                CollectJoined(row, field, -1, field.Target.Group);
            }
        }
    }

    private void CollectEach(Row row, PlannedField field)
    {
        foreach (var column in field.Columns)
        {
            var count = row.CountOf(column);
            for (var i = 0; i < count; i++)
            {
                if (Value(row, column, i) is { } value)
                {
                    SeveralValues.Add(_values, field.Target.Field, value);
                }
            }
        }
    }

    // An array of addresses: the first goes to the field's own group, the second to the next, and so on.
    private void CollectGroups(Row row, PlannedField field)
    {
        var groups = 1;
        foreach (var column in field.Columns)
        {
            groups = Math.Max(groups, Math.Min(row.CountOf(column), ListLimits.AddressesMax - field.Target.Group));
        }

        for (var i = 0; i < groups; i++)
        {
            CollectJoined(row, field, groups == 1 ? -1 : i, field.Target.Group + i);
        }
    }

    private void CollectJoined(Row row, PlannedField field, int onlyIndex, int group)
    {
        string? single = null;
        var kind = FieldKind.Text;
        var pieces = 0;
        foreach (var column in field.Columns)
        {
            var count = row.CountOf(column);
            for (var i = Math.Max(onlyIndex, 0); i < (onlyIndex < 0 ? count : Math.Min(count, onlyIndex + 1)); i++)
            {
                if (Value(row, column, i) is not { } piece)
                {
                    continue;
                }

                pieces++;
                if (pieces == 1)
                {
                    single = piece;
                    kind = row.KindOf(column, i);
                }
                else if (field.Rule != JoinRule.First)
                {
                    _joined.Append(pieces == 2 ? single : null).Append(JoinRules.Separator(field.Rule)).Append(piece);
                }
            }
        }

        if (single is not null)
        {
            var isAttribute = field.Rule == JoinRule.Comma && pieces == 1;
            var text = _joined.Length > 0 ? _joined.ToString() : single;
            _values.Add(new FieldValue(field.Target.Field, text, isAttribute ? kind : FieldKind.Text, group, null));
            _joined.Clear();
        }
    }

    private string? JoinKey(Row row)
    {
        foreach (var column in plan.Key)
        {
            if (Text(row, column) is not { } part)
            {
                _joined.Clear();
                return null;
            }

            _joined.Append(_joined.Length > 0 ? "|" : null)
                .Append(part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal));
        }

        var key = _joined.ToString();
        _joined.Clear();
        return key;
    }

    private string? Text(Row row, int column) => row.CountOf(column) > 0 ? Value(row, column, 0) : null;

    private string? Value(Row row, int column, int index)
    {
        var value = row.ValueOf(column, index);
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var trimmed = value.Trim();
        if (plan.Strip?[column] is { } prefix && trimmed.StartsWith(prefix, StringComparison.Ordinal))
        {
            trimmed = trimmed[prefix.Length..].Trim();
        }

        return trimmed.Length == 0 || plan.Blank?.Contains(trimmed) == true || IsFax(row, column) ? null : trimmed;
    }

    // A fax or pager number is none that a person answers, and colleagues share it.
    private bool IsFax(Row row, int column)
    {
        if (plan.Labels is not { } labels || labels[column] < 0 || row.CountOf(labels[column]) == 0)
        {
            return false;
        }

        var label = row.ValueOf(labels[column], 0);
        return label is not null
            && (label.Contains("fax", StringComparison.OrdinalIgnoreCase) || label.Contains("pager", StringComparison.OrdinalIgnoreCase));
    }
}
