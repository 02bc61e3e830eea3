using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Reads contacts, sales at the till and loyalty cards out of Odoo.</summary>
[Connector("pos-odoo", Title = "Odoo", Summary = "Contacts, point-of-sale orders and loyalty cards of an Odoo database.")]
public sealed class OdooConnector : SourceConnector<OdooSettings>
{
    private static readonly OfferedStreams Offered = new(
        [
            (OdooPartner.Model, new(OdooPartner.Stream) { Summary = "Contacts, archived ones included.", Cursor = CursorKind.Ordered }),
            (OdooOrder.Model, new(OdooOrder.Stream) { Summary = "Sales at the till and their refunds.", Cursor = CursorKind.Ordered }),
            (OdooLoyaltyCard.Model, new(OdooLoyaltyCard.Stream) { Summary = "Loyalty cards with their points.", Cursor = CursorKind.Ordered }),
        ],
        "The user may read neither contacts nor orders nor loyalty cards.");

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(OdooSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new OdooApi(settings, context);
        return Offered.Tell(
            await Offered.FindAsync(api.HasAsync, cancellationToken).ConfigureAwait(false),
            static model => $"{model} is not installed, or the user may not read it");
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        OdooSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new OdooApi(settings, context);
        return await Offered.FindAsync(api.HasAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        OdooSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new OdooApi(settings, context);
        var reader = new OdooReader(api);
        foreach (var stream in request.Streams)
        {
            await foreach (var message in reader.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }
}
