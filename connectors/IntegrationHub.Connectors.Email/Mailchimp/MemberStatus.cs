namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>What Mailchimp says a member is.</summary>
internal static class MemberStatus
{
    internal const string Subscribed = "subscribed";

    internal const string Unsubscribed = "unsubscribed";

    /// <summary>The address bounced too often.</summary>
    internal const string Cleaned = "cleaned";

    internal const string Archived = "archived";
}
