using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using IntegrationHub.Core.Customers;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Sync.Admin;

/// <summary>Writes what the hub knows to files. A file is complete or not there. Thread-safe.</summary>
/// <param name="customers">The customers.</param>
public sealed class Exporter(ICustomerStore customers)
{
    private const int ColumnsMax = 1000;
    private const string IdColumn = "customer_id";

    private static readonly string[] LinkColumns = ["source", "stream", "key", IdColumn];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes which record belongs to which customer: <c>source,stream,key,customer_id</c>, values exactly as stored.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Stops the work; the file is not touched then.</param>
    /// <returns>How many rows were written.</returns>
    public Task<long> ExportLinksAsync(string path, ExportFormat format, CancellationToken cancellationToken) =>
        WriteAsync(path, isPrivate: false, stream => format == ExportFormat.Csv
            ? WriteLinksCsvAsync(stream, cancellationToken)
            : WriteLinksJsonlAsync(stream, cancellationToken));

    /// <summary>Writes all customers with their golden values. The file is readable by its owner only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">With <see cref="ExportFormat.Csv"/> there is one column a field, several values are joined by
    /// <c>" | "</c>, and a cell that a spreadsheet would take for a formula gets an apostrophe before it.</param>
    /// <param name="cancellationToken">Stops the work; the file is not touched then.</param>
    /// <returns>How many customers were written.</returns>
    /// <exception cref="AdminException">There are too many different fields for a table.</exception>
    public Task<long> ExportCustomersAsync(string path, ExportFormat format, CancellationToken cancellationToken) =>
        WriteAsync(path, isPrivate: true, stream => format == ExportFormat.Csv
            ? WriteCustomersCsvAsync(stream, cancellationToken)
            : WriteCustomersJsonlAsync(stream, cancellationToken));

    private static CsvWriter NewCsv(Stream stream, CsvInjection injection) =>
        CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", Injection = injection }, leaveOpen: true);

    private static string CellOf(JsonElement golden, string column)
    {
        if (!golden.TryGetProperty(column, out var value))
        {
            return string.Empty;
        }

        return value.ValueKind == JsonValueKind.Array
            ? string.Join(" | ", value.EnumerateArray().Select(TextOf))
            : TextOf(value);
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static async Task<long> WriteAsync(string path, bool isPrivate, Func<Stream, Task<long>> write)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw AdminException.WrongUse($"There is no folder '{Path.GetDirectoryName(full)}'.", "a file in an existing folder");
        }

        var stream = AtomicFile.CreateTemporary(full, isPrivate, out var temporary);
        try
        {
            long rows;
            await using (stream)
            {
                rows = await write(stream);
                stream.Flush(flushToDisk: true);
            }

            AtomicFile.Publish(temporary, full);
            return rows;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static async Task WriteLineAsync<T>(Stream stream, T line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(stream, line, Json, cancellationToken);
        stream.WriteByte((byte)'\n');
    }

    private static void AddColumns(Customer customer, SortedSet<string> columns)
    {
        using var golden = JsonDocument.Parse(customer.Golden);
        foreach (var property in golden.RootElement.EnumerateObject())
        {
            columns.Add(property.Name);
        }
    }

    private async Task<long> WriteLinksCsvAsync(Stream stream, CancellationToken cancellationToken)
    {
        // Other programs read the keys back, so nothing is put before a value here; see ExportCustomersAsync.
        await using var csv = NewCsv(stream, CsvInjection.None);
        await csv.WriteRecordAsync(LinkColumns, cancellationToken);
        var rows = 0L;
        await foreach (var (record, id) in customers.ReadLinksAsync(cancellationToken))
        {
            await csv.WriteRecordAsync([record.Source, record.Stream, record.Key, id.ToString("D")], cancellationToken);
            rows++;
        }

        await csv.FlushAsync(cancellationToken);
        return rows;
    }

    private async Task<long> WriteLinksJsonlAsync(Stream stream, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var (record, id) in customers.ReadLinksAsync(cancellationToken))
        {
            var line = new { source = record.Source, stream = record.Stream, key = record.Key, customer_id = id };
            await WriteLineAsync(stream, line, cancellationToken);
            rows++;
        }

        return rows;
    }

    private async Task<long> WriteCustomersJsonlAsync(Stream stream, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var customer in customers.ReadAllAsync(cancellationToken))
        {
            using var golden = JsonDocument.Parse(customer.Golden);
            var line = new { customer_id = customer.Uid, records = customer.RecordCount, version = customer.Version, golden = golden.RootElement };
            await WriteLineAsync(stream, line, cancellationToken);
            rows++;
        }

        return rows;
    }

    private async Task<long> WriteCustomersCsvAsync(Stream stream, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(cancellationToken);
        await using var csv = NewCsv(stream, CsvInjection.Escape);
        await csv.WriteRecordAsync([IdColumn, "records", .. columns], cancellationToken);
        var rows = 0L;
        await foreach (var customer in customers.ReadAllAsync(cancellationToken))
        {
            using var golden = JsonDocument.Parse(customer.Golden);
            var count = customer.RecordCount.ToString(CultureInfo.InvariantCulture);
            string[] cells = [customer.Uid.ToString("D"), count, .. columns.Select(c => CellOf(golden.RootElement, c))];
            await csv.WriteRecordAsync(cells, cancellationToken);
            rows++;
        }

        await csv.FlushAsync(cancellationToken);
        return rows;
    }

    // A first reading finds the columns, so that the second can write line by line.
    private async Task<SortedSet<string>> ColumnsAsync(CancellationToken cancellationToken)
    {
        var columns = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var customer in customers.ReadAllAsync(cancellationToken))
        {
            AddColumns(customer, columns);
            if (columns.Count > ColumnsMax)
            {
                throw AdminException.Failed(
                    $"The customers have more than {ColumnsMax} different fields, too many for a table.", next: "export with --format jsonl");
            }
        }

        return columns;
    }
}
