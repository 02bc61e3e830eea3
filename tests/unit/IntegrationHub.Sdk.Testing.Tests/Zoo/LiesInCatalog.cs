using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Announces no cursor and gives one.</summary>
[Connector("zoo-lies-in-catalog", Title = "Wrong", Summary = "Announces no cursor and gives one.")]
public sealed class LiesInCatalog : ShopConnector
{
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamDescription>>(
        [
            new StreamDescription("people") { Summary = "Customers.", Cursor = CursorKind.None },
            new StreamDescription("orders") { Summary = "Orders.", Cursor = CursorKind.None },
        ]);
}
