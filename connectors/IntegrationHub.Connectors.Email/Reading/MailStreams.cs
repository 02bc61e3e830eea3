using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>The streams that every kind of mailbox has.</summary>
internal static class MailStreams
{
    /// <summary>Who writes to the business or gets mail from it.</summary>
    internal const string People = "people";

    /// <summary>Mails as interactions, bounces, and choices told by mail.</summary>
    internal const string Mails = "mails";

    /// <summary>Describes the streams.</summary>
    /// <param name="people">How <see cref="People"/> can be read on.</param>
    /// <param name="passOnDeletions">Whether a mail that a full read does not find is no interaction any more.</param>
    internal static IReadOnlyList<StreamDescription> Describe(CursorKind people, bool passOnDeletions) =>
    [
        new StreamDescription(People)
        {
            Summary = "Senders and recipients, with what the foot of their mails says about them.",
            Cursor = people,
            FullReadShowsDeletions = false, // Mailboxes are cleaned and archived; a customer does not cease to be one by that.
        },
        new StreamDescription(Mails)
        {
            Summary = "Mails from and to people, bounces and unsubscribe requests; time, subject and size, never the body.",
            Cursor = CursorKind.Unordered,
            FullReadShowsDeletions = passOnDeletions,
        },
    ];
}
