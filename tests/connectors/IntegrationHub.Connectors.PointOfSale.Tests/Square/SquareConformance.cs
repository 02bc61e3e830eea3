using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

public sealed class SquareConformance : SourceConformanceTests<SquareWorld>;
