using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Reads the people of a file with one JSON object per line.</summary>
internal sealed class JsonlListReader : ListReader
{
    private readonly string _stream;
    private readonly string _file;
    private readonly Utf8Source _source;
    private readonly JsonRow _row;
    private readonly RecordMapper _mapper;
    private readonly MapperWarnings _warnings;
    private long _lines;

    internal JsonlListReader(string stream, string file, Utf8Source source, RecordPlan plan, DateReader dates, ListPosition start)
    {
        _stream = stream;
        _file = file;
        _source = source;
        _row = new JsonRow(plan.Columns);
        _mapper = new RecordMapper(stream, plan, dates);
        _warnings = new MapperWarnings(plan, _mapper);
        _lines = start.Lines;
    }

    internal override ListPosition Position => new(_source.Position, _lines);

    internal override IReadOnlyList<string> Warnings => _warnings.List();

    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = _source.Position;
            _source.Mark(start);
            ReadOnlyMemory<byte> line;
            _lines++;
            try
            {
                if (!_source.TryReadLine(out line))
                {
                    return null;
                }
            }
            catch (RecordTooLongException)
            {
                _source.GoTo(start);
                return Reject($"it is longer than {ListLimits.RecordBytesMax} bytes", _source.SkipLine());
            }

            if (!line.Span.Trim(" \t"u8).IsEmpty && Map(line) is { } message)
            {
                return message;
            }
        }
    }

    protected override void Dispose(bool disposing) => _source.Dispose();

    private Message? Map(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Reject("it is not a JSON object; expected one object per line", Raw(line));
            }

            _row.Load(json.RootElement);
            _mapper.Map(_row, out var message, out var problem);
            return problem is null ? message : Reject(problem, Raw(line));
        }
        catch (JsonException e)
        {
            return Reject($"it is not valid JSON from character {e.BytePositionInLine + 1} on; expected one object per line", Raw(line));
        }
        catch (InvalidOperationException)
        {
            // A string that is no Unicode text: half of a surrogate pair.
            return Reject("a text in it is not valid Unicode", Raw(line));
        }
    }

    private static string Raw(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line.Span[..Math.Min(line.Length, ListLimits.RawBytesMax)]);

    private RejectedRecord Reject(string problem, string raw) =>
        new(_stream, string.Create(CultureInfo.InvariantCulture, $"Line {_lines} of {_file}: {problem}."), raw);
}
