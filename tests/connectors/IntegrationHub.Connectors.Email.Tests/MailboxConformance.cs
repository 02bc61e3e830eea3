using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class MailboxConformance : SourceConformanceTests<MailboxWorld>;
