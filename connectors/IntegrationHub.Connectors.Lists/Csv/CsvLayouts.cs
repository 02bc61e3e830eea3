using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Finds a file's delimiter, header and first row.</summary>
internal static class CsvLayouts
{
    private const int PreambleRowsMax = 20;

    /// <summary>Looks at the beginning of a file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="head">Its first characters.</param>
    /// <param name="delimiter">The delimiter, or <see langword="null"/> to find it out.</param>
    /// <param name="hasHeader">Whether a line names the columns.</param>
    internal static CsvLayout Tell(string name, byte[] head, char? delimiter, bool hasHeader)
    {
        var start = default(ListPosition);
        if (ReadSeparatorLine(head) is { } line)
        {
            delimiter ??= line.Delimiter;
            start = line.After;
        }

        var separator = delimiter ?? Delimiters.Tell(head.AsSpan((int)start.Bytes));
        var rows = FirstRows(head, separator, start);
        if (rows.Count == 0)
        {
            throw ConnectorException.Configuration("path", $"'{name}' is empty.", "Check that the export worked; expected at least a line with the columns' names.");
        }

        var header = HeaderOf(rows);
        if (rows[header].End.Bytes >= ListLimits.HeadBytesMax)
        {
            throw ConnectorException.Configuration("path", $"The header of '{name}' does not end within {ListLimits.HeadBytesMax} bytes.", "Check the delimiter and the quotation marks of the first line.");
        }

        var warnings = new List<string>();
        if (rows[header].Start.Lines > start.Lines)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The lines before line {rows[header].Start.Lines + 1} are no records and are passed over."));
        }

        var columns = hasHeader ? ColumnNames.FromHeader(rows[header].Values, warnings) : ColumnNames.Numbered(rows[header].Values.Length);
        if (columns.Count > ListLimits.ColumnsMax)
        {
            throw ConnectorException.Configuration("path", $"'{name}' has {columns.Count} columns; at most {ListLimits.ColumnsMax} can be read.", "Check the delimiter, or export fewer columns.");
        }

        return new CsvLayout(separator, columns, hasHeader ? rows[header].End : rows[header].Start, warnings);
    }

    // Spreadsheets understand a first line such as "sep=;".
    private static (char Delimiter, ListPosition After)? ReadSeparatorLine(byte[] head)
    {
        using var source = new Utf8Source(new MemoryStream(head));
        var line = source.SkipLine().Trim('"');
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            ? (line[4], new ListPosition(source.Position, 1))
            : null;
    }

    private static List<(ListPosition Start, ListPosition End, string[] Values)> FirstRows(byte[] head, char delimiter, ListPosition start)
    {
        var found = new List<(ListPosition, ListPosition, string[])>();
        using var source = new Utf8Source(new MemoryStream(head));
        source.Skip(start.Bytes);
        using var rows = new CsvRows(source, delimiter, 0, start);
        while (found.Count < PreambleRowsMax && rows.Read())
        {
            if (rows.Problem is null)
            {
                var values = new string[rows.Row.FieldCount];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = rows.Row.GetString(i);
                }

                found.Add((new ListPosition(rows.Start, rows.Line - 1), rows.Position, values));
            }
        }

        return found;
    }

    // The header is the first row, unless that has one value only and rows with more follow: notes before the table.
    private static int HeaderOf(List<(ListPosition Start, ListPosition End, string[] Values)> rows)
    {
        var wide = rows.FindIndex(static r => r.Values.Length > 1);
        return wide > 0 && rows.Skip(wide).Count(static r => r.Values.Length > 1) * 2 > rows.Count - wide ? wide : 0;
    }
}
