using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Reads the people of a CSV or TSV file.</summary>
internal sealed class CsvListReader : ListReader
{
    private readonly string _stream;
    private readonly string _file;
    private readonly Utf8Source _source;
    private readonly CsvRows _rows;
    private readonly CsvRow _row = new();
    private readonly RecordMapper _mapper;
    private readonly MapperWarnings _warnings;

    internal CsvListReader(string stream, string file, Utf8Source source, CsvLayout layout, RecordPlan plan, DateReader dates, ListPosition start)
    {
        _stream = stream;
        _file = file;
        _source = source;
        _rows = new CsvRows(source, layout.Delimiter, layout.Columns.Count, start);
        _mapper = new RecordMapper(stream, plan, dates);
        _warnings = new MapperWarnings(plan, _mapper);
    }

    internal override ListPosition Position => _rows.Position;

    internal override IReadOnlyList<string> Warnings => _warnings.List();

    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (_rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_rows.Problem is { } problem)
            {
                return Reject(problem, _rows.Raw);
            }

            _row.Parser = _rows.Row;
            _mapper.Map(_row, out var message, out var wrong);
            if (wrong is not null)
            {
                return Reject(wrong, _rows.RawText());
            }

            if (message is not null)
            {
                return message;
            }
        }

        return null;
    }

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _source.Dispose();
    }

    private RejectedRecord Reject(string problem, string? raw) =>
        new(_stream, string.Create(CultureInfo.InvariantCulture, $"Row at line {_rows.Line} of {_file}: {problem}."), raw);
}
