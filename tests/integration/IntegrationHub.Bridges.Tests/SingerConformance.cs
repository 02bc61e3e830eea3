using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Bridges.Tests;

public sealed class SingerConformance : SourceConformanceTests<SingerWorld>;
