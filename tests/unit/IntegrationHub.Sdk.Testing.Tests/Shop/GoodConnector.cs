namespace IntegrationHub.Sdk.Testing.Tests.Shop;

/// <summary>Keeps every rule.</summary>
[Connector("shop-good", Title = "Shop", Summary = "Customers and orders of a shop.")]
public sealed class GoodConnector : ShopConnector;
