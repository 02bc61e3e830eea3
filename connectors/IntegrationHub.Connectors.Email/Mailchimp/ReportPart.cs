namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>One of the lists that a campaign's report holds.</summary>
/// <param name="Path">Its name in the address.</param>
/// <param name="Records">Where an answer holds its records.</param>
/// <param name="LeftOut">What is never asked for.</param>
internal sealed record ReportPart(string Path, string Records, string LeftOut)
{
    /// <summary>What recipients did: opens, clicks, bounces.</summary>
    internal static readonly ReportPart Activity = new("email-activity", "emails", "_links,emails._links,emails.activity.ip");

    /// <summary>Who it was sent to.</summary>
    internal static readonly ReportPart Recipients = new("sent-to", "sent_to", "_links,sent_to._links,sent_to.merge_fields");

    /// <summary>Who unsubscribed by it.</summary>
    internal static readonly ReportPart Unsubscribed = new("unsubscribed", "unsubscribes", "_links,unsubscribes._links,unsubscribes.merge_fields");

    /// <summary>Who complained of it as spam.</summary>
    internal static readonly ReportPart Complaints = new("abuse-reports", "abuse_reports", "_links,abuse_reports._links,abuse_reports.merge_fields");

    /// <summary>All of them, in the order in which they are read: the recipients need the activity before.</summary>
    internal static readonly IReadOnlyList<ReportPart> All = [Activity, Recipients, Unsubscribed, Complaints];
}
