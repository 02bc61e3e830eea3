using System.IO.Compression;
using System.Security;
using System.Text;

namespace IntegrationHub.Connectors.Lists.Tests;

/// <summary>Writes small .xlsx files. A cell is written as Excel does: text in the shared table, numbers with a number format.</summary>
internal sealed class Workbook
{
    private readonly List<string> _texts = [];
    private readonly List<string> _formats = ["General"];
    private readonly Dictionary<(List<string> Table, string Value), int> _places = [];
    private readonly List<(string Name, bool IsHidden, string Rows)> _sheets = [];

    /// <summary>Adds a sheet: strings, doubles, booleans, (number, format) and (formula, value) cells; null leaves a cell out.</summary>
    internal Workbook Sheet(string name, object?[][] rows, bool isHidden = false)
    {
        var text = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            text.Append("<row r=\"").Append(r + 1).Append("\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                text.Append(Cell($"{(char)('A' + c)}{r + 1}", rows[r][c]));
            }

            text.Append("</row>");
        }

        _sheets.Add((name, isHidden, text.ToString()));
        return this;
    }

    internal byte[] ToBytes()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(_sheets.Select((s, i) =>
                $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\"{(s.IsHidden ? " state=\"hidden\"" : string.Empty)} r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\">{string.Concat(_sheets.Select((_, i) =>
                $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}"
                + $"<Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"f\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(_texts.Select(t => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(t)}</t></si>"))}</sst>");
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(_formats.Skip(1).Select((f, i) =>
                $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{SecurityElement.Escape(f)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(_formats.Skip(1).Select((_, i) =>
                $"<xf numFmtId=\"{200 + i}\" applyNumberFormat=\"1\"/>"))}</cellXfs></styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{_sheets[i].Rows}</sheetData></worksheet>");
            }
        }

        return bytes.ToArray();
    }

    private string Cell(string place, object? value) => value switch
    {
        null => string.Empty,
        bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        (double number, string format) => FormattableString.Invariant($"<c r=\"{place}\" s=\"{IndexOf(_formats, format)}\"><v>{number}</v></c>"),
        (string formula, string shown) => $"<c r=\"{place}\" t=\"str\"><f>{formula}</f><v>{shown}</v></c>",
        string text => $"<c r=\"{place}\" t=\"s\"><v>{IndexOf(_texts, text)}</v></c>",
        _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{value}</v></c>"),
    };

    private int IndexOf(List<string> table, string value)
    {
        if (!_places.TryGetValue((table, value), out var index))
        {
            index = table.Count;
            _places[(table, value)] = index;
            table.Add(value);
        }

        return index;
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }
}
