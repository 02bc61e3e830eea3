using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Lists.Csv;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Workbooks;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>What was found out about one file before reading it.</summary>
internal sealed record ListLayout
{
    internal required FoundFile File { get; init; }

    internal required ListFormat Format { get; init; }

    internal required Encoding Encoding { get; init; }

    /// <summary>Gets the layout of a CSV or TSV file.</summary>
    internal CsvLayout? Csv { get; init; }

    /// <summary>Gets the layout of a workbook's sheet.</summary>
    internal SheetLayout? Sheet { get; init; }

    /// <summary>Gets the mapping tied to the columns; <see langword="null"/> for business cards and directories, which need none.</summary>
    internal RecordPlan? Plan { get; init; }

    /// <summary>Gets the mapping that was proposed; <see langword="null"/> when one is set or none is needed.</summary>
    internal MappingDocument? Proposed { get; init; }

    /// <summary>Gets the product whose export the file is; <see langword="null"/> when it is none that is known, or a mapping is set.</summary>
    internal string? Product { get; init; }

    internal required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gets where the records begin.</summary>
    internal ListPosition FirstRecord => Csv?.FirstRow ?? new ListPosition(0, Sheet?.FirstRow ?? 0);

    /// <summary>Describes the file without any value of it.</summary>
    internal string Summary => Format switch
    {
        ListFormat.Csv or ListFormat.Tsv => string.Create(
            CultureInfo.InvariantCulture,
            $"{Format.ToString().ToUpperInvariant()}, {Delimiters.NameOf(Csv!.Delimiter)}, {Encoding.WebName}, {Csv.Columns.Count} columns{ProductNote}"),
        ListFormat.Jsonl or ListFormat.Json => string.Create(
            CultureInfo.InvariantCulture, $"JSON {(Format == ListFormat.Json ? "array" : "lines")}, {Encoding.WebName}, {Plan!.Columns.Count} columns"),
        ListFormat.Xlsx => string.Create(CultureInfo.InvariantCulture, $"workbook, sheet '{Sheet!.Sheet}', {Sheet.Columns.Count} columns{ProductNote}"),
        ListFormat.Ldif => $"LDIF, {Encoding.WebName}",
        _ => $"vCard, {Encoding.WebName}",
    };

    private string ProductNote => Product is null ? string.Empty : $", export of {Product}";

    /// <summary>Names each column with the field it feeds.</summary>
    internal string MappingSummary()
    {
        if (Plan is null)
        {
            return Format == ListFormat.Ldif ? "as inetOrgPerson defines them" : "as vCard defines them";
        }

        var pairs = Plan.Key.Select(c => $"{Plan.Columns[c]} -> key")
            .Concat(Plan.Fields.SelectMany(f => f.Columns.Select(c => f.Target.Group == 0
                ? $"{Plan.Columns[c]} -> {f.Target.Field}"
                : string.Create(CultureInfo.InvariantCulture, $"{Plan.Columns[c]} -> {f.Target.Field} (group {f.Target.Group})"))));
        var special = new[] { (Plan.UpdatedAt, MappingTarget.UpdatedAt), (Plan.Deleted, MappingTarget.Deleted) }
            .Where(s => s.Item1 >= 0).Select(s => $"{Plan.Columns[s.Item1]} -> {s.Item2}");
        return string.Join(", ", pairs.Concat(special));
    }
}
