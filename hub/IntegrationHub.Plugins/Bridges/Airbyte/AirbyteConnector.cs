using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Bridges.Mapping;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Airbyte;

/// <summary>Reads from any program that is an Airbyte source.</summary>
[Connector("airbyte", Title = "Airbyte source", Summary = "Runs any program that is an Airbyte source and reads what it delivers.")]
public sealed class AirbyteConnector : SourceConnector<AirbyteSettings>
{
    // One instance serves one run, so what the program offers is asked once.
    private Dictionary<string, AirbyteStream>? _offered;

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        AirbyteSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var source = new AirbyteProgram(settings, context);
        await source.CheckAsync(cancellationToken);
        var (chosen, _) = await ChooseAsync(source, settings, context, cancellationToken);
        return new CheckResult(
            $"Program '{source.Name}' can connect; {chosen.Count} of its {_offered!.Count} streams are read: {string.Join(", ", chosen.Select(s => s.HubName))}.",
            [.. chosen.Where(s => s.Key.Count == 0).Select(s => $"Stream {s.HubName} has no key; without one in the mapping a changed record counts as a new one.")]);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        AirbyteSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var (chosen, _) = await ChooseAsync(new AirbyteProgram(settings, context), settings, context, cancellationToken);
        return [.. chosen.Select(s => BridgeStreams.Describe(s.HubName, s.IsIncremental))];
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        AirbyteSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        var source = new AirbyteProgram(settings, context);
        var (chosen, mappers) = await ChooseAsync(source, settings, context, cancellationToken);
        var streams = chosen.ToDictionary(s => s.HubName, StringComparer.Ordinal);
        var groups = ReadPlanner.Plan([.. request.Streams.Where(s => streams.ContainsKey(s.Stream))], name => streams[name].IsIncremental);
        ConnectorException? failure = null;
        foreach (var (index, group) in groups.Index())
        {
            var read = group.Streams.ConvertAll(name => (
                streams[name],
                new StreamReading(name, mappers.Make(name, streams[name].Schema, streams[name].Key))));
            var checkpointer = new Checkpointer(
                group, BridgeRead.LineOf(request, index), name => streams[name].IsIncremental, _ => null, context.Clock);
            var session = new AirbyteSession(source.Name, read, checkpointer, source.Config.Safe(), context.Logger);
            await foreach (var message in source.ReadAsync(session, [.. read.Select(r => r.Item1)], AirbyteStateText.Write(group), cancellationToken))
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

    private async Task<(List<AirbyteStream> Chosen, MapperFactory Mappers)> ChooseAsync(
        AirbyteProgram source, AirbyteSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var mappings = StreamMappings.Read(settings.Mapping, context.BaseDirectory);
        var mappers = new MapperFactory(mappings, settings.Region, context.Clock.GetUtcNow(), context.BaseDirectory);
        _offered ??= await source.DiscoverAsync(BridgeStreams.CursorsOf(settings.Cursors), cancellationToken);
        return (BridgeStreams.Choose(_offered, settings.Streams, mappings.Streams, s => mappers.LooksLikePeople(s.Schema)), mappers);
    }
}
