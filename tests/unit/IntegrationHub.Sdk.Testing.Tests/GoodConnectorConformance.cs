using IntegrationHub.Sdk.Testing.Tests.Shop;
using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Sdk.Testing.Tests;

/// <summary>The whole kit in one line.</summary>
public sealed class GoodConnectorConformance : SourceConformanceTests<ShopWorld<GoodConnector>>;
