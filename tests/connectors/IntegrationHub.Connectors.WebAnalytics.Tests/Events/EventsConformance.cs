using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.WebAnalytics.Tests.Events;

public sealed class EventsConformance : ReceiverConformanceTests<EventsWorld>;
