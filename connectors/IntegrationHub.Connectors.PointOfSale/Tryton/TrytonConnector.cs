using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Reads parties and sales out of Tryton.</summary>
[Connector("pos-tryton", Title = "Tryton", Summary = "Parties and sales of a Tryton database.")]
public sealed class TrytonConnector : SourceConnector<TrytonSettings>
{
    private static readonly (string Model, StreamDescription Stream)[] Offered =
    [
        (TrytonParty.Model, new(TrytonParty.Stream) { Summary = "Parties, archived ones included.", Cursor = CursorKind.Unordered }),
        (TrytonSale.Model, new(TrytonSale.Stream) { Summary = "Confirmed sales and returns.", Cursor = CursorKind.Unordered }),
    ];

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(TrytonSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new TrytonApi(settings, context);
        var streams = await StreamsAsync(api, cancellationToken).ConfigureAwait(false);
        return new CheckResult(
            $"Connected; {string.Join(", ", streams.Select(s => s.Name))} can be read.",
            Offered
                .Where(o => !streams.Contains(o.Stream))
                .Select(o => $"Stream {o.Stream.Name} is left out: the module of {o.Model} is not activated, or the user may not read it.")
                .ToList());
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        TrytonSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new TrytonApi(settings, context);
        return await StreamsAsync(api, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        TrytonSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new TrytonApi(settings, context);
        var reader = new TrytonReader(api, settings);
        foreach (var stream in request.Streams)
        {
            await foreach (var message in reader.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    private static async Task<IReadOnlyList<StreamDescription>> StreamsAsync(TrytonApi api, CancellationToken cancellationToken)
    {
        var streams = new List<StreamDescription>();
        foreach (var (model, stream) in Offered)
        {
            if (await api.HasAsync(model, cancellationToken).ConfigureAwait(false))
            {
                streams.Add(stream);
            }
        }

        return streams.Count > 0
            ? streams
            : throw ConnectorException.Configuration(
                "login", "The user may read neither parties nor sales.", "Give the user the right to read them.");
    }
}
