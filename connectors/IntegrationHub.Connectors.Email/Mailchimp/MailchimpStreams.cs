using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>The streams of an account.</summary>
internal static class MailchimpStreams
{
    internal const string Campaigns = "campaigns";

    /// <summary>Mailchimp's lists show a change a little after it was made.</summary>
    internal static readonly TimeSpan PeopleOverlap = TimeSpan.FromMinutes(15);

    internal static IReadOnlyList<StreamDescription> All { get; } =
    [
        new(MemberMapping.Stream)
        {
            Summary = "Members of audiences, with what they agreed to.",
            Cursor = CursorKind.Unordered,
            Overlap = PeopleOverlap,
        },
        new(Campaigns)
        {
            Summary = "What became of campaigns: sent, opened, clicked, bounced, complained, unsubscribed, not opened.",
            Cursor = CursorKind.Unordered,
            Overlap = TimeSpan.Zero, // The cursor is when the youngest campaign was sent that is no longer watched.
            FullReadShowsDeletions = false, // What happened has happened, also after the campaign was deleted.
        },
    ];
}
