using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.PointOfSale.Tests;

public sealed class SquareConformance : SourceConformanceTests<SquareWorld>;
