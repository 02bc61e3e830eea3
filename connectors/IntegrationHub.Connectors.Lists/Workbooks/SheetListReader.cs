using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Workbooks;

/// <summary>Reads the people of one sheet. A position counts rows; rows before it are read again and passed over.</summary>
internal sealed class SheetListReader : ListReader
{
    private readonly string _stream;
    private readonly FoundFile _file;
    private readonly SheetLayout _layout;
    private readonly SheetRows _rows;
    private readonly SheetRow _row;
    private readonly RecordMapper _mapper;
    private readonly MapperWarnings _warnings;

    internal SheetListReader(string stream, FoundFile file, SheetLayout layout, RecordPlan plan, DateReader dates, ListPosition start)
    {
        _stream = stream;
        _file = file;
        _layout = layout;
        _rows = SheetRows.Open(file, layout.Sheet);
        _row = new SheetRow(_rows);
        _mapper = new RecordMapper(stream, plan, dates);
        _warnings = new MapperWarnings(plan, _mapper);
        while (_rows.Row < start.Lines && _rows.Read())
        {
        }
    }

    internal override ListPosition Position => new(0, _rows.Row);

    internal override IReadOnlyList<string> Warnings => _warnings.List();

    internal override Message? Read(CancellationToken cancellationToken)
    {
        try
        {
            while (_rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                _mapper.Map(_row, out var message, out var problem);
                if (problem is not null)
                {
                    return new RejectedRecord(_stream, string.Create(CultureInfo.InvariantCulture, $"Row {_rows.Row} of {_file.Name}: {problem}."), Raw());
                }

                if (message is not null)
                {
                    return message;
                }
            }

            return null;
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            throw WorkbookErrors.Sort(e, _file);
        }
    }

    protected override void Dispose(bool disposing) => _rows.Dispose();

    private string Raw()
    {
        var json = new JObject();
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            json[_layout.Columns[i]] = _rows.Text(i);
        }

        var text = json.ToString(Formatting.None);
        return text.Length <= ListLimits.RawBytesMax / 4 ? text : text[..(ListLimits.RawBytesMax / 4)];
    }
}
