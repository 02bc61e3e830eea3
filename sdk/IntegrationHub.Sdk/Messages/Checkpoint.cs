using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Messages;

/// <summary>Says that everything yielded before it, in its stream, may be committed, and how to go on from here.</summary>
public sealed class Checkpoint : Message
{
    /// <summary>Creates a checkpoint.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="state">What the connector needs to go on, opaque to the hub, at most 64 KiB as JSON.</param>
    /// <param name="cursor">The newest source time read so far; the next incremental read starts there, less the overlap.</param>
    public Checkpoint(string stream, JToken state, DateTimeOffset? cursor = null)
        : base(stream)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = state;
        Cursor = cursor;
    }

    /// <summary>Gets what the connector needs to go on.</summary>
    public JToken State { get; }

    /// <summary>Gets the newest source time read so far.</summary>
    public DateTimeOffset? Cursor { get; }
}
