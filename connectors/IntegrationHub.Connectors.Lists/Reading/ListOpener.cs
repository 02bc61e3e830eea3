using System.Text;
using IntegrationHub.Connectors.Lists.Csv;
using IntegrationHub.Connectors.Lists.Exports;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Jsonl;
using IntegrationHub.Connectors.Lists.Ldif;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Proposal;
using IntegrationHub.Connectors.Lists.VCard;
using IntegrationHub.Connectors.Lists.Workbooks;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>Opens list files: finds out how each is written, ties the mapping to it, and starts readers.</summary>
internal sealed class ListOpener(ListFileSettings settings, MappingDocument? mapping, string stream, DateTimeOffset now)
{
    private readonly DateReader _dates = new(settings.Region);
    private readonly char? _delimiter = Delimiters.FromSetting(settings.Delimiter);
    private readonly Encoding? _encoding = EncodingDetector.FromSetting(settings.Encoding);

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytesMax">How far to look for bytes that are not UTF-8.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    internal ListLayout Look(FoundFile file, long bytesMax, CancellationToken cancellationToken) =>
        FileErrors.Guard(file, () => LookCore(file, bytesMax, cancellationToken));

    /// <summary>Starts reading a file.</summary>
    internal ListReader Read(ListLayout layout, ListPosition from) => FileErrors.Guard(layout.File, () =>
    {
        if (layout.Sheet is { } sheet)
        {
            return new SheetListReader(stream, layout.File, sheet, layout.Plan!, _dates, from);
        }

        var source = OpenText(layout.File, layout.Encoding);
        if (!source.Skip(from.Bytes))
        {
            source.Dispose();
            throw ConnectorException.Transient($"'{layout.File.Name}' became shorter while it was read; the next run reads it again.");
        }

        return layout.Format switch
        {
            ListFormat.Jsonl => (ListReader)new JsonlListReader(stream, layout.File.Name, source, layout.Plan!, _dates, from),
            ListFormat.Json => new JsonArrayReader(stream, layout.File.Name, source, layout.Plan!, _dates, from),
            ListFormat.Ldif => new LdifListReader(stream, layout.File.Name, source, _dates, from),
            ListFormat.Vcard => new VCardListReader(stream, layout.File.Name, source, _dates, from),
            _ => new CsvListReader(stream, layout.File.Name, source, layout.Csv!, layout.Plan!, _dates, from),
        };
    });

    private ListLayout LookCore(FoundFile file, long bytesMax, CancellationToken cancellationToken)
    {
        if (file.Size == 0)
        {
            throw ConnectorException.Configuration("path", $"'{file.Name}' is empty.", "Check that the export worked.");
        }

        if (FormatDetector.IsWorkbook(settings.Format, FirstBytes(file)))
        {
            return LookAtSheet(file);
        }

        var encoding = _encoding;
        if (encoding is null)
        {
            using var bytes = OpenBytes(file);
            encoding = EncodingDetector.Tell(bytes, file.Size, bytesMax, cancellationToken);
        }

        var head = ReadHead(file, encoding);
        var text = Encoding.UTF8.GetString(head);
        var format = FormatDetector.Tell(settings.Format, file.Name, text);
        var layout = new ListLayout { File = file, Format = format, Encoding = encoding, Warnings = WarningsOf(text, encoding) };
        return format switch
        {
            ListFormat.Vcard => LookAtCards(layout, text),
            ListFormat.Ldif => LookAtEntries(layout, text),
            ListFormat.Jsonl => LookAtJson(layout, JsonSample.Lines(head), "one JSON object per line"),
            ListFormat.Json => LookAtJson(layout, JsonSample.Items(head), "a JSON array of objects"),
            _ => LookAtRows(layout, head),
        };
    }

    private static ListLayout LookAtCards(ListLayout layout, string head) =>
        head.Contains("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)
            ? layout
            : throw ConnectorException.Configuration("path", $"'{layout.File.Name}' holds no business card.", "Expected a line BEGIN:VCARD; set format if the file is written another way.");

    private static ListLayout LookAtEntries(ListLayout layout, string head) =>
        head.Split('\n').Any(static line => line.StartsWith("dn:", StringComparison.OrdinalIgnoreCase))
            ? layout
            : throw ConnectorException.Configuration("path", $"'{layout.File.Name}' holds no directory entry.", "Expected a line dn:; set format if the file is written another way.");

    private ListLayout LookAtSheet(FoundFile file)
    {
        var (sheet, samples) = SheetLayouts.Tell(file, settings.Sheet, settings.HasHeader);
        var (plan, proposed, product) = Plan(sheet.Columns, samples, file.Name);
        return new ListLayout
        {
            File = file,
            Format = ListFormat.Xlsx,
            Encoding = Encoding.UTF8,
            Sheet = sheet,
            Plan = plan,
            Proposed = proposed,
            Product = product,
            Warnings = sheet.Warnings,
        };
    }

    private (RecordPlan Plan, MappingDocument? Proposed, string? Product) Plan(IReadOnlyList<string> columns, List<ColumnSample> samples, string file)
    {
        if (mapping is not null)
        {
            return (PlanCompiler.Compile(mapping, columns, file), null, null);
        }

        var known = settings.HasHeader ? ExportRecognizer.Recognize(columns) : null;
        var proposed = known?.Mapping ?? Propose(samples);
        return (PlanCompiler.Compile(proposed, columns, file), proposed, known?.Product);
    }

    private ListLayout LookAtJson(ListLayout layout, List<string> objects, string expected)
    {
        var columns = mapping is null
            ? JsonPaths.Of(objects)
            : [.. mapping.Columns.Select(c => c.Column).Concat(mapping.Key).Concat(mapping.Filters.Select(f => f.Column)).Distinct(StringComparer.Ordinal)];
        if (columns.Count == 0)
        {
            throw ConnectorException.Configuration("path", $"The beginning of '{layout.File.Name}' holds no JSON object.", $"Expected {expected}; set format if the file is written another way.");
        }

        var proposed = mapping is null ? Propose(JsonSample.Columns(objects, columns)) : null;
        return layout with
        {
            Plan = PlanCompiler.Compile(mapping ?? proposed!, columns, layout.File.Name),
            Proposed = proposed,
        };
    }

    private ListLayout LookAtRows(ListLayout layout, byte[] head)
    {
        var delimiter = layout.Format == ListFormat.Tsv ? '\t' : _delimiter;
        var csv = CsvLayouts.Tell(layout.File.Name, head, delimiter, settings.HasHeader);
        var (plan, proposed, product) = Plan(csv.Columns, mapping is null ? CsvSample.Columns(head, csv) : [], layout.File.Name);
        return layout with
        {
            Csv = csv,
            Product = product,
            Plan = plan,
            Proposed = proposed,
            Warnings = [.. layout.Warnings, .. csv.Warnings],
        };
    }

    private MappingDocument Propose(List<ColumnSample> columns) => new MappingProposer(_dates, now).Propose(columns);

    private static List<string> WarningsOf(string head, Encoding encoding) => head.Contains('\uFFFD', StringComparison.Ordinal)
        ? [$"Some bytes are not valid in encoding {encoding.WebName} and are replaced; set encoding to the right one."]
        : [];

    private static byte[] FirstBytes(FoundFile file)
    {
        using var bytes = OpenBytes(file);
        var first = new byte[8];
        return first[..bytes.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
    }

    private static byte[] ReadHead(FoundFile file, Encoding encoding)
    {
        using var source = OpenText(file, encoding);

        // Windows-1252 and UTF-16 may grow to three bytes a byte and three a unit; the file may grow meanwhile.
        var head = new byte[(int)Math.Min(ListLimits.HeadBytesMax, (file.Size * 3) + 64)];
        return head[..source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static Utf8Source OpenText(FoundFile file, Encoding encoding) => Utf8Source.Open(OpenBytes(file), encoding, file.Size + 1);

    private static FileStream OpenBytes(FoundFile file) =>
        new(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
}
