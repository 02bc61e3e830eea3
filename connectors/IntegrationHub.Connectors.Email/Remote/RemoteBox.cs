using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.Mailboxes;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Reads mails of the server in windows, so that memory does not depend on the size of the box. The order of the
/// calls does not matter: a folder that is not open is opened.</summary>
internal sealed class RemoteBox(ImapClient client, DateTimeOffset startedAt)
{
    /// <summary>Header bytes fetched of one mail.</summary>
    private const int HeaderBytesMax = 64 * 1024;

    /// <summary>Mails in one window.</summary>
    internal const int WindowMails = 500;

    private const string Fields =
        "From Sender X-Original-From To Cc Bcc Reply-To Subject Date Message-ID In-Reply-To References Content-Type Return-Path Delivered-To "
        + "List-Id List-Unsubscribe List-Post Mailing-List X-Mailing-List X-Autoreply X-Auto-Response-Suppress Precedence X-Precedence "
        + "Auto-Submitted X-Spam-Flag X-Spam-Status X-Failed-Recipients X-Mailer User-Agent X-Priority X-MSMail-Priority MIME-Version "
        + "Content-Transfer-Encoding X-Beenthere Errors-To Organization List-Help Feedback-ID X-CSA-Complaints X-Spam X-Spam-Level X-Bogosity "
        + "X-DSPAM-Result X-Barracuda-Spam-Flag X-MS-Exchange-Organization-SCL X-Forefront-Antispam-Report Authentication-Results "
        + "X-Original-To Envelope-To X-Delivered-To";

    private readonly RawMail _raw = new();
    private ImapFolder? _open;

    /// <summary>The headers that matter.</summary>
    internal static string HeaderItems { get; } = FormattableString.Invariant($"FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS ({Fields})]<0.{HeaderBytesMax}>");

    internal ImapClient Client => client;

    /// <summary>Opens a folder anew, to learn its numbers.</summary>
    /// <returns><see langword="null"/> when the folder is gone.</returns>
    internal async Task<ImapSelected?> ExamineAsync(ImapFolder folder, UidPosition since, CancellationToken cancellationToken)
    {
        var selected = await client.ExamineAsync(folder, since.Validity, since.ModSeq, cancellationToken).ConfigureAwait(false);
        _open = selected is null ? null : folder;
        return selected;
    }

    /// <summary>Opens a folder where it is not open.</summary>
    /// <returns><see langword="false"/> when it is gone.</returns>
    internal async Task<bool> OpenAsync(ImapFolder folder, CancellationToken cancellationToken) =>
        ReferenceEquals(_open, folder) || await ExamineAsync(folder, default, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Searches a folder.</summary>
    internal async Task<List<uint>> SearchAsync(ImapFolder folder, Action<ImapCommand> criteria, CancellationToken cancellationToken) =>
        await OpenAsync(folder, cancellationToken).ConfigureAwait(false) ? await client.SearchAsync(criteria, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Gives the UIDs above one, ascending.</summary>
    internal async Task<List<uint>> UidsAfterAsync(ImapFolder folder, uint lastUid, CancellationToken cancellationToken)
    {
        var uids = await SearchAsync(folder, c => c.Add(FormattableString.Invariant($" UID {(ulong)lastUid + 1}:*")), cancellationToken).ConfigureAwait(false);
        uids.RemoveAll(u => u <= lastUid); // "n:*" names the last mail even where it is below n.
        return uids;
    }

    /// <summary>Fetches headers of mails, and more where wanted, in windows. Drafts and mails marked as deleted are passed over.</summary>
    internal async IAsyncEnumerable<List<RemoteMail>> ReadAsync(
        ImapFolder folder, List<uint> uids, string items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var window in uids.Chunk(WindowMails))
        {
            var fetched = await FetchAsync(folder, window, items, cancellationToken).ConfigureAwait(false);
            yield return fetched
                .Where(f => !f.Has("\\Draft") && !f.Has("\\Deleted"))
                .Select(f => MailOf(folder, f))
                .ToList();
        }
    }

    /// <summary>Reads headers that were fetched.</summary>
    internal RemoteMail MailOf(ImapFolder folder, ImapFetched fetched) => RemoteMail.Of(folder, fetched, startedAt, _raw);

    /// <summary>Fetches things of some mails.</summary>
    internal async Task<List<ImapFetched>> FetchAsync(ImapFolder folder, ReadOnlyMemory<uint> uids, string items, CancellationToken cancellationToken) =>
        await OpenAsync(folder, cancellationToken).ConfigureAwait(false) ? await client.FetchAsync(uids, items, cancellationToken).ConfigureAwait(false) : [];
}
