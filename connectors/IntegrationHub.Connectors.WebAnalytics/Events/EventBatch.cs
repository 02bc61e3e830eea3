using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>What was read of a request: events, and what could not be read of it.</summary>
/// <param name="isSingle">Whether the request was for one event, so that a fault in it refuses the request.</param>
internal sealed class EventBatch(bool isSingle)
{
    /// <summary>The stream of interactions that are no orders.</summary>
    internal const string Stream = "events";

    internal List<TrackedEvent> Events { get; } = [];

    internal List<RejectedRecord> Rejected { get; } = [];

    internal void Add(TrackedEvent tracked) => Events.Add(tracked);

    /// <summary>Sets one event of a batch aside; the others go on.</summary>
    /// <exception cref="RefusedException">It was the only one.</exception>
    internal void Reject(string reason, JToken raw, string? messageId)
    {
        if (isSingle)
        {
            throw RefusedException.Bad(reason);
        }

        if ((raw as JObject)?["context"] is JObject context)
        {
            context.Remove("ip");
        }

        Rejected.Add(new RejectedRecord(Stream, reason, raw.ToString(Formatting.None)) { Key = messageId });
    }
}
