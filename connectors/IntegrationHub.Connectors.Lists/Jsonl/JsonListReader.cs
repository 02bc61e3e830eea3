using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Reads the people of a file of JSON objects, however they are parted.</summary>
internal abstract class JsonListReader : ListReader
{
    private readonly string _stream;
    private readonly string _file;
    private readonly string _part;
    private readonly string _expected;
    private readonly JsonRow _row;
    private readonly RecordMapper _mapper;
    private readonly MapperWarnings _warnings;

    /// <summary>Starts a reader.</summary>
    /// <param name="file">The stream's name and the file's.</param>
    /// <param name="part">What one record is called, and what is expected of it.</param>
    /// <param name="source">The file's text.</param>
    /// <param name="plan">The mapping.</param>
    /// <param name="dates">Reads dates.</param>
    /// <param name="start">Where to start; the source is there.</param>
    protected JsonListReader(
        (string Stream, string Name) file, (string Name, string Expected) part, Utf8Source source, RecordPlan plan, DateReader dates, ListPosition start)
    {
        (_stream, _file) = file;
        (_part, _expected) = part;
        Source = source;
        _row = new JsonRow(plan.Columns);
        _mapper = new RecordMapper(_stream, plan, dates);
        _warnings = new MapperWarnings(plan, _mapper);
        Count = start.Lines;
    }

    internal override ListPosition Position => new(Source.Position, Count);

    internal override IReadOnlyList<string> Warnings => _warnings.List();

    /// <summary>Gets the file's text.</summary>
    protected Utf8Source Source { get; }

    /// <summary>Gets or sets how many parts were read.</summary>
    protected long Count { get; set; }

    protected override void Dispose(bool disposing) => Source.Dispose();

    /// <summary>Makes a message of one object; <see langword="null"/> when it is passed over.</summary>
    protected Message? Map(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Reject($"it is not a JSON object; expected {_expected}", Raw(text));
            }

            _row.Load(json.RootElement);
            _mapper.Map(_row, out var message, out var problem);
            return problem is null ? message : Reject(problem, Raw(text));
        }
        catch (JsonException e)
        {
            return Reject($"it is not valid JSON from character {e.BytePositionInLine + 1} on; expected {_expected}", Raw(text));
        }
        catch (InvalidOperationException)
        {
            // A string that is no Unicode text: half of a surrogate pair.
            return Reject("a text in it is not valid Unicode", Raw(text));
        }
    }

    protected RejectedRecord Reject(string problem, string raw) =>
        new(_stream, string.Create(CultureInfo.InvariantCulture, $"{_part} {Count} of {_file}: {problem}."), raw);

    protected static string Raw(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, ListLimits.RawBytesMax)]);
}
