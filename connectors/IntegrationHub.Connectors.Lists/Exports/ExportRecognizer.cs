using System.Globalization;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Proposal;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Exports;

/// <summary>Tells by a header whether a file is an export that is known, and writes the mapping of its columns.</summary>
internal static class ExportRecognizer
{
    private const string LeftOut = "-";

    /// <summary>Looks at a header.</summary>
    /// <returns>The product's name and the mapping, or <see langword="null"/> when the header is not known.</returns>
    internal static (string Product, MappingDocument Mapping)? Recognize(IReadOnlyList<string> columns)
    {
        var present = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return KnownExports.All.FirstOrDefault(export => Array.TrueForAll(export.Signature, present.Contains)) is { } found
            ? (found.Product, Map(found, columns, present))
            : null;
    }

    private static MappingDocument Map(KnownExport export, IReadOnlyList<string> columns, HashSet<string> present)
    {
        var document = new MappingDocument();
        document.Blank.UnionWith(export.Blank);
        foreach (var column in columns)
        {
            var (pattern, number) = PatternOf(column, export);
            if (export.Strip.TryGetValue(pattern, out var prefix))
            {
                document.Strip[column] = prefix;
            }

            if (column.Equals(export.Key, StringComparison.OrdinalIgnoreCase))
            {
                document.Key.Add(column);
                continue;
            }

            document.Columns.AddRange(TargetsOf(export, pattern, column, number).Select(t => (column, t)));
            if (export.Labels.TryGetValue(pattern, out var label) && label.Replace("#", number, StringComparison.Ordinal) is var name && present.Contains(name))
            {
                document.Labels[column] = name;
            }
        }

        return document;
    }

    // "E-mail 2 - Value" is "E-mail # - Value"; an export that names the column as it is comes first.
    private static (string Pattern, string Number) PatternOf(string column, KnownExport export)
    {
        var start = column.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || export.Columns.ContainsKey(column))
        {
            return (column, string.Empty);
        }

        var end = start;
        while (end < column.Length && char.IsAsciiDigit(column[end]))
        {
            end++;
        }

        return ($"{column[..start]}#{column[end..]}", column[start..end]);
    }

    private static IEnumerable<MappingTarget> TargetsOf(KnownExport export, string pattern, string column, string number)
    {
        if (!export.Columns.TryGetValue(pattern, out var fields))
        {
            return export.ReadsOthers ? [OtherTarget(column)] : [];
        }

        return fields == LeftOut ? [] : fields.Split(',').Select(field => Target(field, number));
    }

    private static MappingTarget Target(string field, string number)
    {
        var at = field.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            return new MappingTarget(field[..at], field[at + 1] - '0');
        }

        var target = new MappingTarget(field, 0);
        return target.IsAddress && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            ? target with { Group = Math.Clamp(one - 1, 0, ListLimits.AddressesMax - 1) }
            : target;
    }

    // Questions that the form's author asked: what the header says plainly, else an attribute.
    private static MappingTarget OtherTarget(string column)
    {
        var field = HeaderRules.Read(column).Field;
        return field is not null && PersonFields.IsKnown(field) && !field.Contains(':', StringComparison.Ordinal)
            ? new MappingTarget(field, 0)
            : new MappingTarget(PersonFields.Attribute(HeaderWords.ToCamelCase(column)), 0);
    }
}
