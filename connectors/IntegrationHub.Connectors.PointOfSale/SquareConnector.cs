using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale;

/// <summary>Reads customers, orders and refunds out of Square.</summary>
[Connector("pos-square", Title = "Square", Summary = "Customers, orders and refunds of a Square seller.")]
public sealed class SquareConnector : SourceConnector<SquareSettings>
{
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
        return new CheckResult(string.Create(CultureInfo.InvariantCulture, $"Connected; customers, and orders of {count} location(s), can be read."));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        SquareSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new(CustomerMapping.Stream)
            {
                Summary = "Customers of the customer directory.",
                Cursor = CursorKind.Unordered,
            },
            new(OrderMapping.Stream)
            {
                Summary = "Completed orders and their refunds.",
                Cursor = CursorKind.Ordered,
                Overlap = TimeSpan.FromMinutes(15),
            },
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        SquareSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new SquareApi(settings, context);
        foreach (var stream in request.Streams)
        {
            var messages = stream.Stream switch
            {
                CustomerMapping.Stream => new PeopleReader(api).ReadAsync(stream, cancellationToken),
                OrderMapping.Stream => new OrderReader(api, settings).ReadAsync(stream, cancellationToken),
                _ => throw ConnectorException.Defect($"There is no stream '{stream.Stream}'; expected {CustomerMapping.Stream} or {OrderMapping.Stream}."),
            };
            await foreach (var message in messages.ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }
}
