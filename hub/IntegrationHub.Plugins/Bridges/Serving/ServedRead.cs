using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Writes what a connector gives while it is read as an Airbyte source. Used once; not thread-safe.</summary>
internal sealed class ServedRead(AirbyteWriter writer, IReadOnlyDictionary<string, StreamPosition> positions)
{
    private readonly Dictionary<string, long> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);

    internal bool IsComplete => _completed.Count == positions.Count;

    internal void Begin()
    {
        foreach (var stream in positions.Keys)
        {
            writer.Status(stream, "STARTED");
        }
    }

    internal void Take(Message message)
    {
        var stream = message.Stream;
        switch (message)
        {
            case Checkpoint checkpoint:
                if (positions[stream].Take(checkpoint) is { } state)
                {
                    WriteState(stream, state);
                }

                break;
            case StreamCompleted:
                _completed.Add(stream);
                WriteState(stream, positions[stream].Complete());
                writer.Status(stream, "COMPLETE");
                break;
            case RejectedRecord rejected:
                _rejected[stream] = _rejected.GetValueOrDefault(stream) + 1;
                writer.Log("WARN", $"A record of stream {stream} was left out: {rejected.Reason}");
                break;
            default:
                WriteRecord(stream, message);
                break;
        }
    }

    internal void End()
    {
        foreach (var stream in positions.Keys.Where(s => !_completed.Contains(s)))
        {
            writer.Status(stream, "INCOMPLETE");
        }

        writer.Flush();
    }

    private void WriteRecord(string stream, Message message)
    {
        if (_running.Add(stream))
        {
            writer.Status(stream, "RUNNING");
        }

        writer.Record(stream, message);
        _records[stream] = _records.GetValueOrDefault(stream) + 1;
    }

    private void WriteState(string stream, string state)
    {
        writer.State(stream, state, _records.GetValueOrDefault(stream), _rejected.GetValueOrDefault(stream));
        _records.Remove(stream);
        _rejected.Remove(stream);
    }
}
