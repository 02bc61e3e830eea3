using System.Text.Json;
using IntegrationHub.Plugins.Bridges.Mapping;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>Takes the lines that a tap writes while it reads.</summary>
internal sealed class SingerSession : BridgeSession
{
    private readonly SingerParser _parser = new();
    private readonly MapperFactory _mappers;
    private readonly Dictionary<string, StreamReading> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incremental;

    internal SingerSession(
        string program,
        IReadOnlyList<(SingerStream Stream, StreamReading Reading)> streams,
        IEnumerable<string> incremental,
        MapperFactory mappers,
        Checkpointer checkpointer,
        SafeText safe,
        ILogger logger)
        : base(program, [.. streams.Select(s => s.Reading)], checkpointer, safe, logger)
    {
        _mappers = mappers;
        _incremental = incremental.ToHashSet(StringComparer.Ordinal);
        foreach (var (stream, reading) in streams)
        {
            _byName.TryAdd(stream.TapStreamId, reading);
            _byName[stream.Name] = reading;
        }
    }

    internal override void Take(ReadOnlyMemory<byte> line)
    {
        if (!_parser.TryParse(line))
        {
            TakeUnreadable(line);
            return;
        }

        if (_parser.Kind == SingerKind.State)
        {
            TakeState(StateKind.Singer, _parser.Value, null);
        }
        else if (_parser.Kind == SingerKind.Other)
        {
            return;
        }
        else if (!_byName.TryGetValue(_parser.Stream, out var stream))
        {
            CountDropped();
        }
        else
        {
            Take(stream);
        }
    }

    private void Take(StreamReading stream)
    {
        switch (_parser.Kind)
        {
            case SingerKind.Record:
                TakeRecord(stream, _parser.Record);
                break;
            case SingerKind.Schema when !_parser.Schema.IsEmpty:
                TakeSchema(stream);
                break;
            case SingerKind.ActivateVersion when _parser.Version is { } version:
                TakeVersion(stream, version);
                break;
            case SingerKind.Batch:
                stream.Lost++;
                Complain(FailureKind.Configuration, "records come as files (BATCH), which the bridge does not read", stream.Name);
                break;
        }
    }

    private void TakeSchema(StreamReading stream)
    {
        using var schema = JsonDocument.Parse(_parser.Schema);
        stream.Mapper = _mappers.Make(stream.Name, schema.RootElement, KeyOf(_parser.KeyProperties));
    }

    // A list by the specification; null and a single text are seen too.
    private static List<string> KeyOf(ReadOnlyMemory<byte> properties)
    {
        if (properties.IsEmpty)
        {
            return [];
        }

        using var json = JsonDocument.Parse(properties);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.String => [json.RootElement.GetString()!],
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Where(k => k.ValueKind == JsonValueKind.String).Select(k => k.GetString()!)],
            _ => [],
        };
    }

    // A new version replaces every record. A full read ends with just that; a read of what is new cannot tell which records are gone.
    private void TakeVersion(StreamReading stream, long version)
    {
        if (_incremental.Contains(stream.Name) && stream.Version is { } before && before != version)
        {
            stream.Status = StreamStatus.Incomplete;
            Complain(
                FailureKind.Configuration,
                "a new version that replaces all records",
                stream.Name,
                $"Read the stream in full: hub sync run NAME --full --stream {stream.Name}");
            Freeze();
            return;
        }

        stream.Version = version;
    }
}
