using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Takes the lines that a source writes while it reads.</summary>
internal sealed class AirbyteSession : BridgeSession
{
    private readonly AirbyteParser _parser = new();
    private readonly AirbyteRecordReader _record = new();
    private readonly Dictionary<(string Namespace, string Name), StreamReading> _byName;
    private StreamReading? _last;
    private (string Namespace, string Name) _lastName;

    internal AirbyteSession(
        string program,
        IReadOnlyList<(AirbyteStream Stream, StreamReading Reading)> streams,
        Checkpointer checkpointer,
        SafeText safe,
        ILogger logger)
        : base(program, [.. streams.Select(s => s.Reading)], checkpointer, safe, logger)
    {
        _byName = streams.ToDictionary(s => (s.Stream.Namespace, s.Stream.Name), s => s.Reading);
    }

    internal override void Take(ReadOnlyMemory<byte> line)
    {
        if (!_parser.TryParse(line))
        {
            TakeUnreadable(line);
            return;
        }

        switch (_parser.Kind)
        {
            case AirbyteKind.Record:
                TakeRecord(line);
                break;
            case AirbyteKind.State:
                TakeState();
                break;
            case AirbyteKind.Trace:
                TakeTrace();
                break;
            case AirbyteKind.Log:
                TakeLog();
                break;
            case AirbyteKind.Control:
                TakeControl();
                break;
            case AirbyteKind.ConnectionStatus when JsonLine.FindText(_parser.Body, "status"u8) == "FAILED":
                // Some sources check once more before they read, and end well all the same.
                Complain(FailureKind.Configuration, JsonLine.FindText(_parser.Body, "message"u8) ?? "the connection failed", null);
                break;
        }
    }

    private void TakeRecord(ReadOnlyMemory<byte> line)
    {
        if (!_record.TryRead(_parser.Body))
        {
            TakeUnreadable(line);
        }
        else if (Find(_record.Namespace, _record.Name) is not { } stream)
        {
            CountDropped();
        }
        else
        {
            TakeRecord(stream, _record.Data);
        }
    }

    private StreamReading? Find(string @namespace, string name)
    {
        // The same objects as before in nearly every case.
        if (!ReferenceEquals(_lastName.Name, name) || !ReferenceEquals(_lastName.Namespace, @namespace))
        {
            _lastName = (@namespace, name);
            _last = _byName.GetValueOrDefault(_lastName);
        }

        return _last;
    }

    private StreamReading? FindDescribed(ReadOnlyMemory<byte> descriptor) =>
        JsonLine.FindText(descriptor, "name"u8) is { } name
            ? _byName.GetValueOrDefault((JsonLine.FindText(descriptor, "namespace"u8) ?? string.Empty, name))
            : null;

    private void TakeState()
    {
        var body = _parser.Body;
        var stream = JsonLine.Find(body, "stream"u8);
        switch (JsonLine.FindText(body, "type"u8)?.ToUpperInvariant())
        {
            case "STREAM":
                // States of other streams are of no use: the source was not asked to read them.
                if (FindDescribed(JsonLine.Find(stream, "stream_descriptor"u8)) is { } reading)
                {
                    TakeState(StateKind.Stream, stream, reading.Name);
                }

                break;
            case "GLOBAL":
                TakeState(StateKind.Global, JsonLine.Find(body, "global"u8), null);
                break;
            default:
                var data = JsonLine.Find(body, "data"u8);
                TakeState(StateKind.Legacy, data.IsEmpty ? "null"u8.ToArray() : data, null);
                break;
        }

        TakeVendorStatus();
    }

    // Sources made with the Faros kit end well when a stream failed; they say so beside a state and nowhere else.
    private void TakeVendorStatus()
    {
        if (JsonLine.FindText(_parser.StreamStatus, "status"u8) == "ERROR"
            && JsonLine.FindText(_parser.StreamStatus, "name"u8) is { } name)
        {
            var reading = _byName.Values.FirstOrDefault(s => s.Name == name);
            if (reading is not null)
            {
                reading.Status = StreamStatus.Incomplete;
            }
        }

        if (JsonLine.FindText(_parser.SourceStatus, "status"u8) == "ERRORED")
        {
            var message = JsonLine.Find(_parser.SourceStatus, "message"u8);
            var text = JsonLine.TextOf(message) ?? JsonLine.FindText(message, "summary"u8) ?? "an error without words";
            Complain(FailureKind.Defect, text, JsonLine.FindText(_parser.StreamStatus, "name"u8));
        }
    }

    private void TakeTrace()
    {
        var body = _parser.Body;
        switch (JsonLine.FindText(body, "type"u8)?.ToUpperInvariant())
        {
            case "STREAM_STATUS":
                var status = JsonLine.Find(body, "stream_status"u8);
                HasStatuses = true;
                if (FindDescribed(JsonLine.Find(status, "stream_descriptor"u8)) is { } stream)
                {
                    stream.Status = StatusOf(JsonLine.FindText(status, "status"u8));
                }

                break;
            case "ERROR":
                var error = JsonLine.Find(body, "error"u8);
                Complain(
                    Failures.KindOf(JsonLine.FindText(error, "failure_type"u8)),
                    JsonLine.FindText(error, "message"u8) ?? "an error without words",
                    FindDescribed(JsonLine.Find(error, "stream_descriptor"u8))?.Name);
                break;
        }
    }

    private static StreamStatus StatusOf(string? status) => status?.ToUpperInvariant() switch
    {
        "COMPLETE" => StreamStatus.Complete,
        "INCOMPLETE" => StreamStatus.Incomplete,
        _ => StreamStatus.Running,
    };

    private void TakeLog()
    {
        // The body should be an object; some sources write a text.
        var level = JsonLine.TextOf(_parser.Body) is null ? JsonLine.FindText(_parser.Body, "level"u8)?.ToUpperInvariant() : "INFO";
        if (level is "FATAL" or "ERROR" or "WARN" && JsonLine.FindText(_parser.Body, "message"u8) is { } message)
        {
            Quote(level, message);
        }
    }

    private void TakeControl()
    {
        if (JsonLine.FindText(_parser.Body, "type"u8)?.ToUpperInvariant() == "CONNECTOR_CONFIG"
            && KeptState.TextOf(JsonLine.Find(JsonLine.Find(_parser.Body, "connectorConfig"u8), "config"u8)) is { Length: > 0 } config)
        {
            NewConfig = config;
        }
    }
}
