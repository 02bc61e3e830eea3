using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.Lists.Tests;

public sealed class JsonArrayConformance : SourceConformanceTests<JsonArrayWorld>;
