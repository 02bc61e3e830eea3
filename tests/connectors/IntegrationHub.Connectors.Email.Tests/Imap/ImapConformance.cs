using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

public sealed class ImapConformance : SourceConformanceTests<ImapWorld>;
