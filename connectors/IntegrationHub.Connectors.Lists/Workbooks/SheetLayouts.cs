using System.Globalization;
using IntegrationHub.Connectors.Lists.Csv;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Proposal;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Finds the header of a sheet and takes its first values.</summary>
internal static class SheetLayouts
{
    private const int PreambleRowsMax = 20;

    /// <summary>Looks at the beginning of a sheet.</summary>
    internal static (SheetLayout Layout, List<ColumnSample> Samples) Tell(FoundFile file, string sheet, bool hasHeader)
    {
        using var rows = SheetRows.Open(file, sheet);
        try
        {
            return Tell(file, rows, hasHeader);
        }
        catch (Exception e) when (e is not ConnectorException)
        {
            throw WorkbookErrors.Sort(e, file);
        }
    }

    private static (SheetLayout Layout, List<ColumnSample> Samples) Tell(FoundFile file, SheetRows rows, bool hasHeader)
    {
        var first = FirstRows(rows);
        if (first.Count == 0)
        {
            throw ConnectorException.Configuration("path", $"Sheet '{rows.Sheet}' of '{file.Name}' is empty.", "Check that the export worked, or name another sheet in the setting sheet.");
        }

        var header = HeaderOf(first);
        var warnings = new List<string>();
        if (header > 0)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The rows before row {first[header].Row} are no records and are passed over."));
        }

        var width = first.Skip(header).Max(r => r.Values.Length);
        var columns = hasHeader ? ColumnNames.FromHeader(first[header].Values, warnings) : ColumnNames.Numbered(width);
        if (columns.Count > ListLimits.ColumnsMax)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' has {columns.Count} columns; at most {ListLimits.ColumnsMax} can be read.", "Export fewer columns.");
        }

        var records = first.Skip(header + (hasHeader ? 1 : 0)).ToList();
        var samples = columns.ConvertAll(name => new ColumnSample(name));
        foreach (var (_, values) in records)
        {
            for (var i = 0; i < samples.Count; i++)
            {
                samples[i].Take(i < values.Length ? values[i] : null);
            }
        }

        var firstRow = hasHeader ? first[header].Row : first[header].Row - 1;
        return (new SheetLayout(rows.Sheet, columns, firstRow, warnings), samples);
    }

    private static List<(int Row, string[] Values)> FirstRows(SheetRows rows)
    {
        var found = new List<(int, string[])>();
        while (found.Count < PreambleRowsMax + ListLimits.SampleRowsMax && rows.Read())
        {
            var values = Enumerable.Range(0, rows.Columns).Select(i => rows.Text(i) ?? string.Empty).ToArray();
            var length = Array.FindLastIndex(values, static v => !string.IsNullOrWhiteSpace(v)) + 1;
            if (length > 0)
            {
                found.Add(((int)rows.Row, values[..length]));
            }
        }

        return found;
    }

    // As in text files: the first row, unless that has one value only and rows with more follow.
    private static int HeaderOf(List<(int Row, string[] Values)> rows)
    {
        var wide = rows.FindIndex(0, Math.Min(rows.Count, PreambleRowsMax), static r => r.Values.Count(static v => v.Length > 0) > 1);
        return wide > 0 && rows.Skip(wide).Count(static r => r.Values.Length > 1) * 2 > rows.Count - wide ? wide : 0;
    }
}
