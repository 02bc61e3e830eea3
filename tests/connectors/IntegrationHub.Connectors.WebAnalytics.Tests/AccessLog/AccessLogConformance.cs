using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

public sealed class AccessLogConformance : SourceConformanceTests<AccessLogWorld>;
