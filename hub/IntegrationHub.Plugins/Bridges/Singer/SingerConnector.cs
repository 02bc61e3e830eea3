using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Bridges.Mapping;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Singer;

/// <summary>Reads from any Singer tap.</summary>
[Connector("singer", Title = "Singer tap", Summary = "Runs any Singer tap and reads what it delivers.")]
public sealed class SingerConnector : SourceConnector<SingerSettings>
{
    // One instance serves one run, so what the tap offers is asked once.
    private SingerCatalog? _catalog;

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        SingerSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        // A tap has no check; most of them connect to say what they offer.
        var tap = new SingerProgram(settings, context);
        var (chosen, _) = await ChooseAsync(tap, settings, context, cancellationToken);
        return new CheckResult(
            $"Tap '{tap.Name}' offers {_catalog!.Streams.Count} streams; {chosen.Count} are read: {string.Join(", ", chosen.Select(s => s.Name))}.");
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        SingerSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var (chosen, _) = await ChooseAsync(new SingerProgram(settings, context), settings, context, cancellationToken);
        return [.. chosen.Select(s => BridgeStreams.Describe(s.Name, s.IsIncremental))];
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        SingerSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        var tap = new SingerProgram(settings, context);
        var (chosen, mappers) = await ChooseAsync(tap, settings, context, cancellationToken);
        var streams = chosen.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var cursors = BridgeStreams.CursorsOf(settings.Cursors);
        var groups = ReadPlanner.Plan([.. request.Streams.Where(s => streams.ContainsKey(s.Stream))], name => streams[name].IsIncremental);
        ConnectorException? failure = null;
        foreach (var (index, group) in groups.Index())
        {
            var read = group.Streams.ConvertAll(name => (
                streams[name],
                new StreamReading(name, mappers.Make(name, streams[name].Schema, streams[name].Key))
                {
                    Version = KeptState.Read(name, request.For(name)!.State)?.Version,
                }));
            var readings = read.ToDictionary(r => r.Item2.Name, r => r.Item2, StringComparer.Ordinal);
            var checkpointer = new Checkpointer(
                group, BridgeRead.LineOf(request, index), name => streams[name].IsIncremental, name => readings[name].Version, context.Clock);
            var incremental = request.Streams.Where(s => s.Mode == SyncMode.Incremental).Select(s => s.Stream);
            var session = new SingerSession(tap.Name, read, incremental, mappers, checkpointer, tap.Config.Safe(), context.Logger);
            var state = group.Shared?.Raw is { } raw and not "null" ? raw : null;
            await foreach (var message in tap.ReadAsync(session, _catalog!.Select(group.Streams, cursors), state, cancellationToken))
            {
                yield return message;
            }

            failure ??= session.Failure;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private async Task<(List<SingerStream> Chosen, MapperFactory Mappers)> ChooseAsync(
        SingerProgram tap, SingerSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var mappings = StreamMappings.Read(settings.Mapping, context.BaseDirectory);
        var mappers = new MapperFactory(mappings, settings.Region, context.Clock.GetUtcNow(), context.BaseDirectory);
        _catalog ??= await tap.DiscoverAsync(BridgeStreams.CursorsOf(settings.Cursors), cancellationToken);
        return (BridgeStreams.Choose(_catalog.Streams, settings.Streams, mappings.Streams, s => mappers.LooksLikePeople(s.Schema)), mappers);
    }
}
