using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Spam;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Says which mails make neither people nor interactions, the same for both streams.</summary>
/// <param name="folders">The folders that are read.</param>
/// <param name="own">The business's own addresses.</param>
/// <param name="dropsSpam">Whether unasked advertising is left out.</param>
internal sealed class RemoteFilter(IReadOnlyList<ImapFolder> folders, OwnAddresses own, bool dropsSpam)
{
    private readonly bool _readsSent = folders.Any(RemoteFolders.IsSent);

    /// <summary>Says whether a machine sent it to many, it pretends to come from the business, or somebody marked it as junk.</summary>
    internal bool IsBulk(RemoteMail mail) => IsJunk(mail) || BulkRules.IsBulk(mail.Mail!) || (_readsSent && IsForged(mail));

    /// <summary>Says whether it is unasked advertising. What the business sent itself or answered is never judged.</summary>
    internal bool IsSpam(RemoteMail mail) => dropsSpam && !IsAnswered(mail) && !RemoteFolders.IsSent(mail.Folder) && SpamScore.IsSpam(mail.Mail!, own);

    /// <summary>Says whether the mailbox's owner answered a mail, as mail programs mark it.</summary>
    internal static bool IsAnswered(RemoteMail mail) => mail.Fetched.Has("\\Answered");

    /// <summary>What mail programs set when their owner says so, or their own filter.</summary>
    private static bool IsJunk(RemoteMail mail) => mail.Fetched.Has("$Junk") || mail.Fetched.Has("Junk");

    /// <summary>Where sent mail has a folder of its own, one from the business in the inbox is a forgery or a note to itself.</summary>
    private bool IsForged(RemoteMail mail) =>
        mail.Mail!.From is { } from && own.Contains(from.Address) && mail.Folder.Name.Equals("INBOX", StringComparison.OrdinalIgnoreCase);
}
