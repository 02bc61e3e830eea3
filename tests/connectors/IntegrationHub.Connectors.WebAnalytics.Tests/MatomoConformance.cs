using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.WebAnalytics.Tests;

public sealed class MatomoConformance : SourceConformanceTests<MatomoWorld>;
