using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance.Receiving;

/// <summary>A push connector in its world, and the ways in which checks call it.</summary>
internal sealed class ReceiverSubject(ReceiverWorld world)
{
    internal ReceiverWorld World => world;

    internal ConnectorDescription Description { get; } = world.Describe();

    internal JObject Settings => (JObject)world.Settings.DeepClone();

    internal ConnectorContext Context(TimeProvider? clock = null, ILogger? logger = null) => new()
    {
        SourceName = "conformance",
        Clock = clock ?? new ManualClock(world.Now),
        Logger = logger ?? NullLogger.Instance,
    };

    internal Task<ReceivedResult> ReceiveAsync(ReceivedRequest request, CancellationToken cancellationToken) =>
        ReceiveAsync(request, Settings, Context(), cancellationToken);

    internal Task<ReceivedResult> ReceiveAsync(ReceivedRequest request, JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Deadline.WithinAsync("receive", token => world.ReceiveAsync(settings, request, context, token), world.Limits.CallWithin, cancellationToken);

    /// <summary>Names a request in a finding, without what it holds.</summary>
    internal static string NameOf(ReceivedRequest request) => $"{request.Method} {request.Path}";

    internal static string TextOf(ReceivedResult result) =>
        FormattableString.Invariant($"{result.StatusCode} {result.ContentType} {result.Body}\n") + string.Join('\n', result.Messages.Select(MessageText.Of));

    internal static ReceivedRequest With(
        ReceivedRequest request, string? method = null, string? path = null, ReadOnlyMemory<byte>? body = null, DateTimeOffset? receivedAt = null) => new()
        {
            Method = method ?? request.Method,
            Path = path ?? request.Path,
            Query = request.Query,
            Headers = request.Headers,
            Body = body ?? request.Body,
            ReceivedAt = receivedAt ?? request.ReceivedAt,
        };
}
