using IntegrationHub.Sdk.Testing.Tests.Hook;
using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Sdk.Testing.Tests;

/// <summary>The whole kit for receivers in one line.</summary>
public sealed class HookConformance : ReceiverConformanceTests<HookWorld<HookConnector>>;
