using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Turns a program's states into checkpoints. A program may write a state after every record; leaving some out is right,
/// since a later state says more and an earlier one still holds.</summary>
internal sealed class Checkpointer(
    ReadGroup group, string line, Func<string, bool> isIncremental, Func<string, long?> versionOf, TimeProvider clock)
{
    private readonly Dictionary<string, KeptState> _pending = new(StringComparer.Ordinal);
    private readonly List<string> _carriers = group.Streams.FindAll(s => isIncremental(s));
    private readonly string[] _covers =
        [.. (group.Shared?.Covers ?? []).Concat(group.Streams.Where(isIncremental)).Distinct(StringComparer.Ordinal)];

    private readonly string _line = group.Shared?.Line ?? line;
    private long _number = group.Shared?.Number ?? 0;
    private long _records;
    private long _flushedAt = clock.GetTimestamp();
    private StateKind? _kind;

    internal void CountRecord() => _records++;

    /// <summary>Takes a state of one stream.</summary>
    internal void Take(string stream, string raw, List<Message> outbox)
    {
        RequireKind(StateKind.Stream);
        _pending[stream] = new KeptState(StateKind.Stream, raw);
        FlushIfDue(outbox);
    }

    /// <summary>Takes a state of all streams.</summary>
    internal void Take(StateKind kind, string raw, List<Message> outbox)
    {
        RequireKind(kind);
        var state = new KeptState(kind, raw) { Line = _line, Number = ++_number, Covers = _covers };
        foreach (var stream in _carriers)
        {
            _pending[stream] = state;
        }

        FlushIfDue(outbox);
    }

    /// <summary>Gives the checkpoints that wait.</summary>
    internal void Flush(List<Message> outbox)
    {
        foreach (var (stream, state) in _pending)
        {
            outbox.Add(new Checkpoint(stream, (state with { Version = versionOf(stream) }).ToToken()));
        }

        _pending.Clear();
        _records = 0;
        _flushedAt = clock.GetTimestamp();
    }

    private void FlushIfDue(List<Message> outbox)
    {
        if (_records >= BridgeLimits.CheckpointRecords || clock.GetElapsedTime(_flushedAt) >= BridgeLimits.CheckpointPause)
        {
            Flush(outbox);
        }
    }

    private void RequireKind(StateKind kind)
    {
        if ((_kind ??= kind) != kind)
        {
            throw ConnectorException.Defect($"The program writes states of kind {_kind} and of kind {kind} in one run; expected one kind.");
        }
    }
}
