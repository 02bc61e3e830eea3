using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk;

/// <summary>What the hub wants of one stream.</summary>
/// <param name="Stream">The stream's name.</param>
/// <param name="Mode">Everything, or what is new.</param>
public sealed record StreamRequest(string Stream, SyncMode Mode)
{
    /// <summary>Gets the state of the last checkpoint that was committed, to go on from; <see langword="null"/> to start at the beginning.</summary>
    /// <remarks>In a full read this is only ever a state that the same, interrupted full read had emitted.</remarks>
    public JToken? State { get; init; }

    /// <summary>Gets the inclusive lower bound of an incremental read: the last cursor less the stream's overlap.
    /// Records read again are recognised by the hub; there is no need to leave them out.</summary>
    public DateTimeOffset? Since { get; init; }
}
