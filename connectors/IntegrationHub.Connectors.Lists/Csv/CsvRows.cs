using System.Globalization;
using System.Text;
using CsvHelper;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Reading;

namespace IntegrationHub.Connectors.Lists.Csv;

/// <summary>Cuts a file into rows with CsvHelper, and finds its way again where that gets lost: a stray quotation mark
/// costs the line it stands in, not the rest of the file.</summary>
internal sealed class CsvRows : IDisposable
{
    private static readonly string TooLong =
        string.Create(CultureInfo.InvariantCulture, $"it is longer than {ListLimits.RecordBytesMax} bytes; is a quotation mark never closed?");

    private readonly Utf8Source _source;
    private readonly CsvReaderOptions _options;
    private readonly int _columns;
    private CsvReader _parser;
    private ListPosition _origin;
    private long _malformedLine;

    /// <summary>Starts where the source stands.</summary>
    /// <param name="source">The file; stays the caller's.</param>
    /// <param name="delimiter">What stands between two values.</param>
    /// <param name="columns">How many values a row has, or 0 when that is not known yet.</param>
    /// <param name="start">The source's place in the file.</param>
    internal CsvRows(Utf8Source source, char delimiter, int columns, ListPosition start)
    {
        _source = source;
        _columns = columns;
        _options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            Encoding = Encoding.UTF8,
            MaxRecordSize = ListLimits.RecordBytesMax,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => _malformedLine = record.Reason == CsvMalformedReason.StrayQuote ? _malformedLine : record.LineNumber,
        };
        Position = start;
        _parser = Restart();
    }

    /// <summary>Gets the parser, standing on the row.</summary>
    internal CsvReader Row => _parser;

    /// <summary>Gets the place behind the row, before the line end.</summary>
    internal ListPosition Position { get; private set; }

    /// <summary>Gets the row's first line, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>Gets where the row begins.</summary>
    internal long Start { get; private set; }

    /// <summary>Gets what is wrong with the row, as the end of a sentence, or <see langword="null"/>.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Gets the text of a row that has a problem.</summary>
    internal string? Raw { get; private set; }

    /// <summary>Goes to the next row that is not empty.</summary>
    /// <returns><see langword="false"/> at the end.</returns>
    internal bool Read()
    {
        Problem = null;
        Raw = null;
        _source.Mark(Position.Bytes);
        try
        {
            if (!_parser.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException)
        {
            // Only its length can make the parser give up on a row; see the options.
            _source.GoTo(Position.Bytes);
            return SetLineAside(Position.Lines, TooLong);
        }

        Line = _origin.Lines + _parser.LineNumber;
        Start = _origin.Bytes + _parser.ByteOffset;
        var row = _parser.RawRecord;
        var end = Start + row.Length;
        if (row.Length > ListLimits.RecordBytesMax)
        {
            return SetRowAside(TooLong);
        }

        var breaks = CountBreaks(row);
        if (breaks > 0 && (_malformedLine == _parser.LineNumber || !HasAllColumns()))
        {
            return SetRowAside("a quotation mark is opened and not closed where the value ends");
        }

        Position = new ListPosition(end, Line - 1 + breaks);
        if (!HasAllColumns())
        {
            Problem = string.Create(CultureInfo.InvariantCulture, $"it has {_parser.FieldCount} values; expected {_columns}");
            Raw = RawText();
        }

        return true;
    }

    /// <summary>Gets the row's own text, cut at the limit.</summary>
    internal string RawText() => Encoding.UTF8.GetString(_parser.RawRecord[..Math.Min(_parser.RawRecord.Length, ListLimits.RawBytesMax)]);

    /// <inheritdoc/>
    public void Dispose() => _parser.Dispose();

    private static int CountBreaks(ReadOnlySpan<byte> row)
    {
        var first = row.IndexOfAny((byte)'\r', (byte)'\n');
        if (first < 0)
        {
            return 0;
        }

        var feeds = row.Count((byte)'\n');
        return feeds > 0 ? feeds : row.Count((byte)'\r');
    }

    // Spreadsheets write empty values beyond the last column; those do no harm.
    private bool HasAllColumns()
    {
        if (_columns == 0 || _parser.FieldCount == _columns)
        {
            return true;
        }

        for (var i = _columns; i < _parser.FieldCount; i++)
        {
            if (!_parser.GetSpan(i).Trim((byte)' ').IsEmpty)
            {
                return false;
            }
        }

        return _parser.FieldCount > _columns;
    }

    private bool SetRowAside(string problem)
    {
        _source.Mark(Position.Bytes);
        _source.GoTo(Start);
        return SetLineAside(Line - 1, problem);
    }

    // Gives up the first line that is not empty and starts again behind it.
    private bool SetLineAside(long linesBefore, string problem)
    {
        do
        {
            Raw = _source.SkipLine();
            Line = ++linesBefore;
        }
        while (Raw.Length == 0 && _source.Peek() >= 0);

        Problem = problem;
        Position = new ListPosition(_source.Position, linesBefore);
        _parser.Dispose();
        _parser = Restart();
        return true;
    }

    private CsvReader Restart()
    {
        _origin = Position;
        _malformedLine = 0;
        return CsvReader.Create(_source, _options, leaveOpen: true);
    }
}
