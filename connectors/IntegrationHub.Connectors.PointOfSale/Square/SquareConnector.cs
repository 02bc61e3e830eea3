using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Reads customers, orders, refunds and the loyalty programme out of Square.</summary>
[Connector("pos-square", Title = "Square", Summary = "Customers, orders, refunds and loyalty of a Square seller.")]
public sealed class SquareConnector : SourceConnector<SquareSettings>
{
    private static readonly StreamDescription People = new(SquareCustomer.Stream)
    {
        Summary = "Customers of the customer directory.",
        Cursor = CursorKind.Unordered,
    };

    private static readonly StreamDescription Orders = new(SquareOrder.Stream)
    {
        Summary = "Completed orders and their refunds.",
        Cursor = CursorKind.Ordered,
        Overlap = TimeSpan.FromMinutes(15),
    };

    private static readonly StreamDescription Loyalty = new(SquareLoyaltyAccount.Stream)
    {
        Summary = "Loyalty accounts with their points.",
    };

    private static readonly StreamDescription LoyaltyEvents = new(SquareLoyaltyEvent.Stream)
    {
        Summary = "Points earned, spent, adjusted and expired.",
        Cursor = CursorKind.Unordered,
        Overlap = TimeSpan.FromMinutes(15),
    };

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        SquareSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new SquareApi(settings, context);
        var known = await api.LocationsAsync(cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
        {
            throw ConnectorException.Configuration("accessToken", "The Square account has no location; expected at least one.", "Use the token of the seller's account.");
        }

        if (settings.LocationIds.FirstOrDefault(id => !known.Any(l => string.Equals(l.Id, id, StringComparison.Ordinal))) is { } missing)
        {
            throw ConnectorException.Configuration(
                "locationIds", $"Square has no location '{missing}'.", $"Known locations: {string.Join(", ", known.Select(l => l.Id).Take(20))}.");
        }

        await api.TryAsync(settings.LocationIds.Count > 0 ? settings.LocationIds[0] : known[0].Id, cancellationToken).ConfigureAwait(false);
        var count = settings.LocationIds.Count > 0 ? settings.LocationIds.Count : known.Count;
        var message = string.Create(CultureInfo.InvariantCulture, $"Connected; customers, and orders of {count} location(s), can be read.");
        return await api.HasLoyaltyAsync(cancellationToken).ConfigureAwait(false)
            ? new CheckResult(message)
            : new CheckResult(message, ["Loyalty is left out: the access token lacks LOYALTY_READ, or there is no programme."]);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        SquareSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new SquareApi(settings, context);
        return await api.HasLoyaltyAsync(cancellationToken).ConfigureAwait(false) ? [People, Orders, Loyalty, LoyaltyEvents] : [People, Orders];
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        SquareSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new SquareApi(settings, context);
        foreach (var stream in request.Streams)
        {
            var messages = stream.Stream switch
            {
                SquareCustomer.Stream => PeopleAsync(api, stream, cancellationToken),
                SquareOrder.Stream => new SquareOrderReader(api, settings).ReadAsync(stream, cancellationToken),
                SquareLoyaltyAccount.Stream => LoyaltyAsync(api, stream, cancellationToken),
                SquareLoyaltyEvent.Stream => LoyaltyEventsAsync(api, stream, cancellationToken),
                _ => throw ConnectorException.Defect($"There is no stream '{stream.Stream}'; expected one of those discovered."),
            };
            await foreach (var message in messages.ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    private static IAsyncEnumerable<Message> PeopleAsync(SquareApi api, StreamRequest request, CancellationToken cancellationToken) =>
        new SquareListReader(
            api,
            cursor => request.Since is { } since
                ? api.ChangedCustomersAsync(since, cursor, cancellationToken)
                : api.CustomersAsync(cursor, cancellationToken),
            SquareCustomer.Map,
            "updated_at").ReadAsync(request, cancellationToken);

    private static IAsyncEnumerable<Message> LoyaltyAsync(SquareApi api, StreamRequest request, CancellationToken cancellationToken) =>
        new SquareListReader(api, cursor => api.LoyaltyAccountsAsync(cursor, cancellationToken), SquareLoyaltyAccount.Map, null)
            .ReadAsync(request, cancellationToken);

    private static IAsyncEnumerable<Message> LoyaltyEventsAsync(SquareApi api, StreamRequest request, CancellationToken cancellationToken) =>
        new SquareListReader(api, cursor => api.LoyaltyEventsAsync(request.Since, cursor, cancellationToken), SquareLoyaltyEvent.Map, "created_at")
            .ReadAsync(request, cancellationToken);
}
