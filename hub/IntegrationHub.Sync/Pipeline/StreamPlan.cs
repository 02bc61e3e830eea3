using IntegrationHub.Core.Records;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Pipeline;

/// <summary>How one stream is read in this run, and what its checkpoints mean.</summary>
internal sealed class StreamPlan
{
    private readonly StreamDescription _description;
    private readonly StreamCheckpoint? _start;
    private readonly bool _acceptsDeletions;

    private StreamPlan(StreamDescription description, SyncMode mode, StreamCheckpoint? start, long generation, bool acceptsDeletions)
    {
        _acceptsDeletions = acceptsDeletions;
        _description = description;
        _start = start;
        Mode = mode;
        Generation = generation;
    }

    internal string Stream => _description.Name;

    internal SyncMode Mode { get; }

    /// <summary>Gets the run that began this full read; 0 for an incremental one.</summary>
    internal long Generation { get; }

    internal Sweep Sweep => Mode != SyncMode.Full || !_description.FullReadShowsDeletions ? Sweep.None
        : _acceptsDeletions ? Sweep.Always
        : Sweep.IfPlausible;

    /// <summary>Gets a value indicating whether a cursor counts only once the stream is completed.</summary>
    internal bool HoldsBackCheckpoints => Mode == SyncMode.Incremental && _description.Cursor == CursorKind.Unordered;

    internal bool KeepsIncrementalState => _description.Cursor != CursorKind.None;

    internal static StreamPlan Make(
        StreamDescription description, IReadOnlyList<StreamCheckpoint> checkpoints, SyncOptions options, long runId)
    {
        var interrupted = Find(checkpoints, description.Name, SyncMode.Full);
        if (interrupted is not null)
        {
            return new StreamPlan(description, SyncMode.Full, interrupted, interrupted.Generation, options.AcceptsDeletions);
        }

        var last = Find(checkpoints, description.Name, SyncMode.Incremental);
        return description.Cursor == CursorKind.None || options.Full || last is null
            ? new StreamPlan(description, SyncMode.Full, null, runId, options.AcceptsDeletions)
            : new StreamPlan(description, SyncMode.Incremental, last, 0, options.AcceptsDeletions);
    }

    internal StreamRequest ToRequest(StreamCheckpoint? latest)
    {
        var from = latest ?? _start;
        return new StreamRequest(Stream, Mode)
        {
            State = from is null ? null : new JRaw(from.State), // The text itself, so that not a digit of it changes.
            Since = Mode == SyncMode.Incremental ? _start?.Cursor - _description.Overlap : null,
        };
    }

    private static StreamCheckpoint? Find(IReadOnlyList<StreamCheckpoint> checkpoints, string stream, SyncMode mode) =>
        checkpoints.FirstOrDefault(c => c.Mode == mode && string.Equals(c.Stream, stream, StringComparison.Ordinal));
}
