namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Ties a mapping document to the columns of a file.</summary>
internal static class PlanCompiler
{
    /// <summary>Makes the plan.</summary>
    /// <param name="document">The mapping.</param>
    /// <param name="columns">The file's columns.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="ConnectorException">A column of the mapping is not in the file.</exception>
    internal static RecordPlan Compile(MappingDocument document, IReadOnlyList<string> columns, string file)
    {
        // File order, not document order: JSON objects have none, and joined values follow the file.
        var mapped = document.Columns
            .Select(c => (Index: Find(c.Column, columns, file), c.Target))
            .OrderBy(c => c.Index)
            .ToList();
        var key = document.Key.ConvertAll(name => Find(name, columns, file));
        key.AddRange(Columns(mapped, MappingTarget.Key).Where(index => !key.Contains(index)));
        var plan = new RecordPlan
        {
            Key = [.. key],
            UpdatedAt = Single(mapped, MappingTarget.UpdatedAt, columns),
            Deleted = Single(mapped, MappingTarget.Deleted, columns),
            Filters = [.. document.Filters.Select(f => (Find(f.Column, columns, file), f.Values))],
            Columns = columns,
            Blank = document.Blank.Count > 0 ? document.Blank : null,
            Labels = Labels(document, columns, file),
            Strip = Strip(document, columns, file),
            Fields = [.. mapped
                .Where(c => !MappingTarget.IsSpecial(c.Target.Field))
                .GroupBy(c => c.Target)
                .Select(g => new PlannedField(g.Key, JoinRules.Of(g.Key.Field), [.. g.Select(c => c.Index).Distinct()]))],
        };
        return plan.Deleted < 0 || plan.Key.Length > 0
            ? plan
            : throw ConnectorException.Configuration(
                "mapping", $"Column '{columns[plan.Deleted]}' marks deleted records, but the mapping has no key.", "Name the column that identifies a record as 'key'.");
    }

    private static int[]? Labels(MappingDocument document, IReadOnlyList<string> columns, string file)
    {
        if (document.Labels.Count == 0)
        {
            return null;
        }

        var labels = Enumerable.Repeat(-1, columns.Count).ToArray();
        foreach (var (column, label) in document.Labels)
        {
            labels[Find(column, columns, file)] = Find(label, columns, file);
        }

        return labels;
    }

    private static string?[]? Strip(MappingDocument document, IReadOnlyList<string> columns, string file)
    {
        if (document.Strip.Count == 0)
        {
            return null;
        }

        var strip = new string?[columns.Count];
        foreach (var (column, prefix) in document.Strip)
        {
            strip[Find(column, columns, file)] = prefix;
        }

        return strip;
    }

    private static IEnumerable<int> Columns(List<(int Index, MappingTarget Target)> mapped, string field) =>
        mapped.Where(c => c.Target.Field == field).Select(c => c.Index);

    private static int Single(List<(int Index, MappingTarget Target)> mapped, string field, IReadOnlyList<string> columns) =>
        Columns(mapped, field).Distinct().ToList() switch
        {
            [] => -1,
            [var one] => one,
            [var first, var second, ..] => throw ConnectorException.Configuration(
                "mapping", $"Columns '{columns[first]}' and '{columns[second]}' both feed '{field}'.", "Keep one of them."),
        };

    private static int Find(string name, IReadOnlyList<string> columns, string file)
    {
        var loose = -1;
        var wanted = name.Trim();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
            {
                return i;
            }

            if (loose < 0 && columns[i].Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                loose = i;
            }
        }

        return loose >= 0 ? loose : throw ConnectorException.Configuration(
            "mapping", $"Column '{name}' of the mapping is not in '{file}'.", $"Nearest columns: {NearestNames.Of(name, columns)}.");
    }
}
