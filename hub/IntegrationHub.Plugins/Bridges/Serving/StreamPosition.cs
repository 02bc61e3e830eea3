using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>How far a stream was read, between two runs as an Airbyte source. It keeps the rules of the hub's own checkpoints: a full
/// read that was cut off goes on, a completed one starts over, and none reads the state of an incremental one.</summary>
internal sealed class StreamPosition
{
    private const string Done = "done";
    private const string Full = "full";
    private const string Incremental = "incremental";

    private readonly StreamDescription _stream;
    private readonly bool _keepsState;
    private readonly DateTimeOffset _startedAt;
    private Checkpoint? _latest;

    internal StreamPosition(StreamDescription stream, bool isIncremental, JObject? last, DateTimeOffset startedAt)
    {
        _stream = stream;
        _startedAt = startedAt;
        _keepsState = isIncremental && stream.Cursor != CursorKind.None;
        var mode = (string?)last?["mode"];
        var goesOn = mode == Full || (mode == Incremental && _keepsState);
        Request = new StreamRequest(stream.Name, _keepsState && mode == Incremental ? SyncMode.Incremental : SyncMode.Full)
        {
            State = goesOn ? last!["state"] : null,
            Since = _keepsState && mode == Incremental && (DateTimeOffset?)last!["cursor"] is { } cursor ? cursor - stream.Overlap : null,
        };
    }

    internal StreamRequest Request { get; }

    /// <summary>Takes a checkpoint.</summary>
    /// <returns>The state to write, or <see langword="null"/> when it counts only once the stream is completed.</returns>
    internal string? Take(Checkpoint checkpoint)
    {
        _latest = checkpoint;
        return Request.Mode == SyncMode.Full ? Text(Full, checkpoint)
            : _stream.Cursor == CursorKind.Ordered ? Text(Incremental, checkpoint)
            : null;
    }

    /// <summary>Gives the state of a completed stream.</summary>
    internal string Complete() => (_keepsState, _latest) switch
    {
        (true, { } latest) => Text(Incremental, latest),
        (true, null) when Request is { Mode: SyncMode.Incremental, State: { } state } => Text(Incremental, state, Request.Since + _stream.Overlap),
        _ => new JObject { ["mode"] = Done }.ToString(Formatting.None),
    };

    private string Text(string mode, Checkpoint checkpoint) =>
        Text(mode, checkpoint.State, checkpoint.Cursor > _startedAt ? _startedAt : checkpoint.Cursor);

    private static string Text(string mode, JToken state, DateTimeOffset? cursor) => new JObject
    {
        ["mode"] = mode,
        ["state"] = state.DeepClone(),
        ["cursor"] = cursor?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
    }.ToString(Formatting.None);
}
