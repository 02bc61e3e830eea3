using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Takes apart cells that hold several values of a field that repeats.</summary>
internal static class SeveralValues
{
    // Google Contacts joins values this way.
    private const string GoogleSeparator = " ::: ";

    internal static void Add(List<FieldValue> values, string field, string cell)
    {
        if (cell.Contains(GoogleSeparator, StringComparison.Ordinal))
        {
            AddEach(values, field, cell.Split(GoogleSeparator, ListLimits.ValuesPerColumnMax, StringSplitOptions.TrimEntries));
        }
        else if (field == PersonFields.Email)
        {
            AddEmails(values, cell);
        }
        else
        {
            values.Add(new FieldValue(field, cell, FieldKind.Text, 0, null));
        }
    }

    private static void AddEmails(List<FieldValue> values, string cell)
    {
        var isSeveral = cell.AsSpan().IndexOfAny(';', ',') >= 0 && cell.AsSpan().Count('@') > 1;
        if (isSeveral)
        {
            AddEach(values, PersonFields.Email, cell.Split([';', ','], ListLimits.ValuesPerColumnMax, StringSplitOptions.TrimEntries));
        }
        else
        {
            values.Add(new FieldValue(PersonFields.Email, cell, FieldKind.Text, 0, null));
        }
    }

    private static void AddEach(List<FieldValue> values, string field, string[] parts)
    {
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                values.Add(new FieldValue(field, part, FieldKind.Text, 0, null));
            }
        }
    }
}
