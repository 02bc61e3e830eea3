using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Reads contacts, sales at the till and loyalty cards out of Odoo.</summary>
[Connector("pos-odoo", Title = "Odoo", Summary = "Contacts, point-of-sale orders and loyalty cards of an Odoo database.")]
public sealed class OdooConnector : SourceConnector<OdooSettings>
{
    private static readonly (string Model, StreamDescription Stream)[] Offered =
    [
        (OdooPartner.Model, new(OdooPartner.Stream) { Summary = "Contacts, archived ones included.", Cursor = CursorKind.Ordered }),
        (OdooOrder.Model, new(OdooOrder.Stream) { Summary = "Sales at the till and their refunds.", Cursor = CursorKind.Ordered }),
        (OdooLoyaltyCard.Model, new(OdooLoyaltyCard.Stream) { Summary = "Loyalty cards with their points.", Cursor = CursorKind.Ordered }),
    ];

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(OdooSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new OdooApi(settings, context);
        var streams = await StreamsAsync(api, cancellationToken).ConfigureAwait(false);
        return new CheckResult(
            $"Connected; {string.Join(", ", streams.Select(s => s.Name))} can be read.",
            Offered
                .Where(o => !streams.Contains(o.Stream))
                .Select(o => $"Stream {o.Stream.Name} is left out: {o.Model} is not installed, or the user may not read it.")
                .ToList());
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        OdooSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new OdooApi(settings, context);
        return await StreamsAsync(api, cancellationToken).ConfigureAwait(false);
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

    private static async Task<IReadOnlyList<StreamDescription>> StreamsAsync(OdooApi api, CancellationToken cancellationToken)
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
                "login", "The user may read neither contacts nor orders nor loyalty cards.", "Give the user the right to read them.");
    }
}
