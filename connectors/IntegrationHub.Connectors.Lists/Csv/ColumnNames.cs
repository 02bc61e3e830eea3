using System.Globalization;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Gives every column a name of its own.</summary>
internal static class ColumnNames
{
    /// <summary>Takes the names from a header; a name that comes again gets a number, an empty one its place.</summary>
    internal static List<string> FromHeader(string[] header, List<string> warnings)
    {
        // Spreadsheets leave empty columns at the end.
        var count = header.Length;
        while (count > 1 && string.IsNullOrWhiteSpace(header[count - 1]))
        {
            count--;
        }

        var names = new List<string>(count);
        var taken = new HashSet<string>(header.Select(h => h.Trim()), StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            var name = header[i].Trim('\uFEFF').Trim();
            name = name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"column{i + 1}");
            if (!seen.Add(name))
            {
                var numbered = Numbered(name, taken);
                warnings.Add($"Column '{name}' comes more than once; column number {(i + 1).ToString(CultureInfo.InvariantCulture)} is called '{numbered}'.");
                name = numbered;
                seen.Add(name);
            }

            names.Add(name);
        }

        if (header.Any(static h => h.Contains('@', StringComparison.Ordinal)))
        {
            warnings.Add("The first line looks like a record, not like names of columns; set hasHeader to false if so.");
        }

        return names;
    }

    internal static List<string> Numbered(int count) =>
        [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"column{i}"))];

    private static string Numbered(string name, HashSet<string> taken)
    {
        var number = 2;
        string numbered;
        do
        {
            numbered = string.Create(CultureInfo.InvariantCulture, $"{name} {number++}");
        }
        while (!taken.Add(numbered));
        return numbered;
    }
}
