using IntegrationHub.Sdk.Testing.Xunit;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

public sealed class MailchimpConformance : SourceConformanceTests<MailchimpWorld>;
