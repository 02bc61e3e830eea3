using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Reads parties and sales out of Tryton.</summary>
[Connector("pos-tryton", Title = "Tryton", Summary = "Parties and sales of a Tryton database.")]
public sealed class TrytonConnector : SourceConnector<TrytonSettings>
{
    private static readonly OfferedStreams Offered = new(
        [
            (TrytonParty.Model, new(TrytonParty.Stream) { Summary = "Parties, archived ones included.", Cursor = CursorKind.Unordered }),
            (TrytonSale.Model, new(TrytonSale.Stream) { Summary = "Confirmed sales and returns.", Cursor = CursorKind.Unordered }),
        ],
        "The user may read neither parties nor sales.");

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(TrytonSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new TrytonApi(settings, context);
        return Offered.Tell(
            await Offered.FindAsync(api.HasAsync, cancellationToken).ConfigureAwait(false),
            static model => $"the module of {model} is not activated, or the user may not read it");
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        TrytonSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new TrytonApi(settings, context);
        return await Offered.FindAsync(api.HasAsync, cancellationToken).ConfigureAwait(false);
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
}
