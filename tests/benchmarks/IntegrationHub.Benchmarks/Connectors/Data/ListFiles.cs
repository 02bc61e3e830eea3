using System.Text;
using IntegrationHub.Benchmarks.Load.People;
using IntegrationHub.Connectors.Lists.Tests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Benchmarks.Connectors.Data;

/// <summary>The invented customer base's list of the staff, in the formats that lists come in.</summary>
internal static class ListFiles
{
    private static readonly CustomerBase People = new();

    private static CustomerSource Source => People.Sources[0];

    public static JObject Mapping => JObject.Parse(Source.Mapping());

    public static void WriteCsv(string path, int count)
    {
        using var file = CustomerBaseFiles.OpenList(Source, path);
        foreach (var record in Records(count))
        {
            CustomerBaseFiles.WriteLine(file, record, Source.Delimiter);
        }
    }

    public static void WriteWorkbook(string path, int count)
    {
        object?[][] rows =
        [
            [Source.KeyColumn, .. Source.Columns.Select(c => c.Header)],
            .. Records(count).Select(r => (object?[])[r.Key, .. r.Cells.Select(c => c.Written.Length == 0 ? null : c.Written)]),
        ];
        File.WriteAllBytes(path, new Workbook().Sheet("People", rows).ToBytes());
    }

    public static void WriteJsonLines(string path, int count)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        foreach (var record in Records(count))
        {
            file.WriteLine(Json(record));
        }
    }

    public static void WriteJsonArray(string path, int count)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        var separator = "[\n";
        foreach (var record in Records(count))
        {
            file.Write(separator);
            file.Write(Json(record));
            separator = ",\n";
        }

        file.Write("\n]\n");
    }

    public static void WriteCards(string path, int count)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        foreach (var record in Records(count))
        {
            var cells = record.Columns.Zip(record.Cells).ToDictionary(c => c.First.Header, c => Escaped(c.Second.Written), StringComparer.Ordinal);
            file.Write("BEGIN:VCARD\r\nVERSION:3.0\r\n");
            file.Write($"UID:{record.Key}\r\n");
            file.Write($"FN:{cells["first_name"]} {cells["last_name"]}\r\n");
            file.Write($"N:{cells["last_name"]};{cells["first_name"]};{cells["middle"]};;{cells["suffix"]}\r\n");
            file.Write($"EMAIL;TYPE=INTERNET:{cells["email"]}\r\n");
            file.Write($"TEL;TYPE=CELL:{cells["phone"]}\r\n");
            file.Write($"ADR;TYPE=HOME:;{cells["unit"]};{cells["house_no"]} {cells["street"]};{cells["city"]};{cells["state"]};{cells["zip"]};US\r\n");
            file.Write("END:VCARD\r\n");
        }
    }

    private static string Json(CustomerRecord record)
    {
        var json = new JObject { [Source.KeyColumn] = record.Key };
        foreach (var (column, cell) in record.Columns.Zip(record.Cells))
        {
            json[column.Header] = cell.Written;
        }

        return json.ToString(Formatting.None);
    }

    private static IEnumerable<CustomerRecord> Records(int count) => People.Records(int.MaxValue).Where(r => r.Source == 0).Take(count);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
