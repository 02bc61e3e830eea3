using IntegrationHub.Sdk.Testing.Xunit;

namespace Sample.Connector.Tests;

/// <summary>The rules that every receiver keeps: forged and broken requests, redelivery, secrets, hostile names and more.</summary>
public sealed class SampleClassConformance : ReceiverConformanceTests<SampleClassWorld>;
