using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>One event, whichever protocol it came by.</summary>
internal sealed record TrackedEvent
{
    internal required EventKind Kind { get; init; }

    /// <summary>Gets the sender's own id of the event; the same when it is sent again.</summary>
    internal required string MessageId { get; init; }

    /// <summary>Gets when it happened, the sender's wrong clock put right.</summary>
    internal required DateTimeOffset At { get; init; }

    internal string? UserId { get; init; }

    internal string? AnonymousId { get; init; }

    /// <summary>Gets the id that an alias says was used before.</summary>
    internal string? PreviousId { get; init; }

    /// <summary>Gets a value indicating whether <see cref="PreviousId"/> may be a user id as well.</summary>
    internal bool IsPreviousUser { get; init; }

    internal string? GroupId { get; init; }

    internal string? Name { get; init; }

    internal JObject Properties { get; init; } = [];

    internal JObject Traits { get; init; } = [];

    internal JObject Context { get; init; } = [];
}
