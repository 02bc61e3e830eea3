using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

public sealed class TrytonConformance : SourceConformanceTests<TrytonWorld>;
