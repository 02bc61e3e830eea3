using System.Text;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Reads plain comma-separated files with quotes: enough for the matching sets.</summary>
internal static class CsvRows
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        using var reader = new StreamReader(path);
        var header = ReadRow(reader) ?? [];
        while (ReadRow(reader) is { } row)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(header.Count, row.Count); i++)
            {
                values[header[i]] = row[i];
            }

            yield return values;
        }
    }

    private static List<string>? ReadRow(StreamReader reader)
    {
        if (reader.EndOfStream)
        {
            return null;
        }

        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (c == '"')
            {
                if (isQuoted && reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (c == ',' && !isQuoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n' && !isQuoted)
            {
                break;
            }
            else if (c != '\r')
            {
                cell.Append((char)c);
            }
        }

        row.Add(cell.ToString());
        return row;
    }
}
