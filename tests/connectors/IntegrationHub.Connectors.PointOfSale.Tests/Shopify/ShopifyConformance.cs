using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Shopify;

public sealed class ShopifyConformance : SourceConformanceTests<ShopifyWorld>;
