using System.Runtime.CompilerServices;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A pull connector in a world of its own, and the ways in which checks call it.</summary>
internal sealed class SourceSubject : IAsyncDisposable
{
    private readonly JObject _settings;
    private readonly AccountBudgets _budgets = new();

    private SourceSubject(SourceWorld world, JObject settings, ConnectorDescription description)
    {
        World = world;
        _settings = settings;
        Description = description;
        Clock = NewClock(TimeSpan.Zero, TimeZoneInfo.Utc);
    }

    internal SourceWorld World { get; }

    internal ConformanceLimits Limits => World.Limits;

    internal ConnectorDescription Description { get; }

    /// <summary>Gets the clock that calls get unless they bring their own.</summary>
    internal SelfWindingClock Clock { get; }

    /// <summary>Gets the good settings, a copy each time.</summary>
    internal JObject Settings => (JObject)_settings.DeepClone();

    internal static async Task<SourceSubject> StartAsync(SourceWorld world, CancellationToken cancellationToken)
    {
        var settings = await world.StartAsync(cancellationToken).ConfigureAwait(false);
        return new SourceSubject(world, settings, await DescribeAsync(world, cancellationToken).ConfigureAwait(false));
    }

    internal JObject With(string setting, JToken? value)
    {
        var settings = Settings;
        settings[setting] = value;
        return settings;
    }

    internal SelfWindingClock NewClock(TimeSpan skew, TimeZoneInfo zone) => new(World.Now + skew, zone, () => (World.IsAnswering, World.Requests));

    internal ConnectorContext Context(TimeProvider? clock = null, ILogger? logger = null) => new()
    {
        SourceName = "conformance",
        Clock = clock ?? Clock,
        Logger = logger ?? NullLogger.Instance,
        BaseDirectory = World.BaseDirectory,
        Budgets = _budgets,
    };

    /// <summary>Makes the request of a read of everything.</summary>
    internal ReadRequest Full(params IEnumerable<string> streams) => new([.. streams.Select(s => new StreamRequest(s, SyncMode.Full))], World.Now);

    internal Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        WithinAsync("check", token => CallCheckAsync(settings, context, token), cancellationToken);

    internal Task<IReadOnlyList<StreamDescription>> DiscoverAsync(CancellationToken cancellationToken) =>
        WithinAsync("discover", token => CallDiscoverAsync(Settings, Context(), token), cancellationToken);

    internal Task<MessageCollector> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, Settings, Context(), cancellationToken);

    internal Task<MessageCollector> ReadAsync(ReadRequest request, JObject settings, ConnectorContext context, CancellationToken cancellationToken) => WithinAsync(
        "read",
        token => MessageCollector.TakeAsync(MessagesAsync(request, settings, context, token), int.MaxValue),
        cancellationToken);

    /// <summary>Checks on the caller's thread and without a limit of time.</summary>
    internal async Task<CheckResult> CallCheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var calls = await World.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = calls.ConfigureAwait(false);
        return await calls.CheckAsync(settings, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Discovers on the caller's thread and without a limit of time.</summary>
    internal async Task<IReadOnlyList<StreamDescription>> CallDiscoverAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var calls = await World.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = calls.ConfigureAwait(false);
        return await calls.DiscoverAsync(settings, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads on the caller's thread and without a limit of time.</summary>
    internal async IAsyncEnumerable<Message> MessagesAsync(
        ReadRequest request, JObject settings, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calls = await World.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = calls.ConfigureAwait(false);
        await foreach (var message in calls.ReadAsync(settings, request, context, cancellationToken).ConfigureAwait(false))
        {
            yield return message;
        }
    }

    /// <summary>Reads everything there is, as a hub does for the first time.</summary>
    /// <exception cref="UnreadableException">That fails; the check <c>read-completes</c> says so.</exception>
    internal async Task<PlainRead> PlainReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var streams = await DiscoverAsync(cancellationToken).ConfigureAwait(false);
            var before = World.Requests;
            var request = Full(streams.Select(s => s.Name));
            var read = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
            return read.Resume(request) is { } left
                ? throw new UnreadableException($"stream '{left.Streams[0].Stream}' is not completed")
                : new PlainRead(streams, request, read, World.Requests - before);
        }
#pragma warning disable CA1031 // The boundary to the connector: whatever it throws makes it unreadable, and that is told.
        catch (Exception e) when (e is not UnreadableException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new UnreadableException(Describe(e));
        }
    }

    /// <summary>Calls the connector on another thread and leaves it behind when it does not end.</summary>
    internal Task<T> WithinAsync<T>(string call, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken, TimeSpan? within = null) =>
        Deadline.WithinAsync(call, run, within ?? Limits.CallWithin, cancellationToken);

    public ValueTask DisposeAsync() => Clock.DisposeAsync();

    /// <summary>Makes a connector and asks it what it is.</summary>
    internal Task DescribeAsync(CancellationToken cancellationToken) => DescribeAsync(World, cancellationToken);

    private static async Task<ConnectorDescription> DescribeAsync(SourceWorld world, CancellationToken cancellationToken)
    {
        var calls = await world.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = calls.ConfigureAwait(false);
        return calls.Describe();
    }

    internal static string Describe(Exception exception) => exception switch
    {
        ConnectorException e => $"{e.Kind} '{e.Message}'",
        ConformanceException e => e.Message,
        _ => $"{exception.GetType().Name} '{exception.Message}'",
    };
}
