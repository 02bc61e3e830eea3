using IntegrationHub.Sdk.Testing.Xunit;

namespace Sample.Connector.Tests;

/// <summary>The rules that every connector keeps: cut off and resumed, secrets, failures, hostile names, memory and more.</summary>
public sealed class SampleClassConformance : SourceConformanceTests<SampleClassWorld>;
