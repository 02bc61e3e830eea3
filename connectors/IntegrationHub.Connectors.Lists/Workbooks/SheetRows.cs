using System.Globalization;
using System.Text;
using ExcelDataReader;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>The rows of one sheet of a workbook (.xlsx, .xls), one after the other. Not thread-safe.</summary>
internal sealed class SheetRows : IDisposable
{
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;

    static SheetRows()
    {
        // Old workbooks are written in code pages, and the reader asks for one even when it opens a new one.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    private SheetRows(Stream stream, IExcelDataReader reader)
    {
        _stream = stream;
        _reader = reader;
    }

    /// <summary>Gets the sheet's name.</summary>
    internal string Sheet => _reader.Name;

    /// <summary>Gets how many rows were read, blank ones included.</summary>
    internal long Row { get; private set; }

    internal int Columns => _reader.FieldCount;

    /// <summary>Opens a workbook and goes to a sheet.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="sheet">The sheet's name or number, or nothing for the first one that is shown and not empty.</param>
    internal static SheetRows Open(FoundFile file, string sheet)
    {
        var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            WorkbookSize.Check(stream, file);
            var rows = new SheetRows(stream, ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true }));
            rows.GoTo(sheet.Trim(), file.Name);
            return rows;
        }
        catch (Exception e)
        {
            stream.Dispose();
            throw WorkbookErrors.Sort(e, file);
        }
    }

    internal bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        Row++;
        return true;
    }

    /// <summary>Gets a cell of the row as it is shown.</summary>
    internal string? Text(int column) => column < _reader.FieldCount
        ? ShownValue.Of(_reader.GetValue(column), _reader.GetNumberFormatString(column))
        : null;

    internal bool IsFlag(int column) => column < _reader.FieldCount && _reader.GetValue(column) is bool;

    internal bool IsNumber(int column) => column < _reader.FieldCount && _reader.GetValue(column) is double or int;

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private void GoTo(string sheet, string file)
    {
        var names = new List<string>();
        var number = int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 0;
        do
        {
            names.Add(_reader.Name);
            var isShown = _reader.VisibleState == "visible";
            if (sheet.Length == 0 ? isShown && _reader.RowCount > 0 : _reader.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
        while (_reader.NextResult());

        if (sheet.Length == 0)
        {
            throw ConnectorException.Configuration("path", $"Every sheet of '{file}' that is shown is empty.", "Check that the export worked, or name a hidden sheet in the setting sheet.");
        }

        if (number < 1 || number > names.Count)
        {
            var known = string.Join(", ", names.Take(20).Select(n => $"'{n}'"));
            throw ConnectorException.Configuration("sheet", $"'{file}' has no sheet '{sheet}'.", $"Expected one of {known}, or a number from 1 to {names.Count}.");
        }

        _reader.Reset();
        for (var i = 1; i < number; i++)
        {
            _reader.NextResult();
        }
    }
}
