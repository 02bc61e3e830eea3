using IntegrationHub.Sdk.Testing.Tests.Shop;
using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Sdk.Testing.Tests;

// <one-line>
public sealed class GoodConnectorConformance : SourceConformanceTests<ShopWorld<GoodConnector>>;
// </one-line>
