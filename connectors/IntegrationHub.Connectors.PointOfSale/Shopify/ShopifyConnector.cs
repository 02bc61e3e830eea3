using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Reads customers, consents, orders and refunds out of a Shopify shop.</summary>
[Connector("pos-shopify", Title = "Shopify", Summary = "Customers, marketing consents, orders and refunds of a Shopify shop.")]
public sealed class ShopifyConnector : SourceConnector<ShopifySettings>
{
    private static readonly string[] ScopesNeeded = ["read_customers", "read_orders"];

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        ShopifySettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new ShopifyApi(settings, context);
        var answer = await api.CheckAsync(cancellationToken).ConfigureAwait(false);
        var scopes = (answer.Object("currentAppInstallation")?.Objects("accessScopes") ?? [])
            .Select(s => s.Text("handle"))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

        // Who may write may read.
        if (ScopesNeeded.FirstOrDefault(s => !scopes.Contains(s) && !scopes.Contains(s.Replace("read_", "write_", StringComparison.Ordinal))) is { } missing)
        {
            throw ConnectorException.Configuration(
                "accessToken", $"The app of the access token lacks the scope {missing}.", $"Give it the scopes {string.Join(" and ", ScopesNeeded)} and install it again.");
        }

        const string Message = "Connected; customers and orders can be read.";
        return scopes.Contains("read_all_orders")
            ? new CheckResult(Message)
            : new CheckResult(Message, ["Orders older than 60 days are left out: the app lacks the scope read_all_orders."]);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ShopifySettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new(ShopifyCustomer.Stream)
            {
                Summary = "Customers and their marketing consents.",
                Cursor = CursorKind.Ordered,
                Overlap = TimeSpan.FromMinutes(15),
            },
            new(ShopifyOrder.Stream)
            {
                Summary = "Orders, online and in store, and their refunds.",
                Cursor = CursorKind.Ordered,
                Overlap = TimeSpan.FromMinutes(15),

                // Without the scope read_all_orders, Shopify hides orders older than 60 days.
                FullReadShowsDeletions = false,
            },
        ]);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        ShopifySettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new ShopifyApi(settings, context);
        var reader = new ShopifyReader(api);
        foreach (var stream in request.Streams)
        {
            if (stream.Stream is not (ShopifyCustomer.Stream or ShopifyOrder.Stream))
            {
                throw ConnectorException.Defect($"There is no stream '{stream.Stream}'; expected {ShopifyCustomer.Stream} or {ShopifyOrder.Stream}.");
            }

            await foreach (var message in reader.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }
}
