using System.Text;

namespace IntegrationHub.Integration.Tests.Promises;

/// <summary>Reads quoted CSV, enough for the committed sets.</summary>
internal static class Csv
{
    internal static IEnumerable<string[]> Read(TextReader reader)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            var c = (char)next;
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }
    }
}
