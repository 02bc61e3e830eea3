using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Bounces;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Requests;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>The stream <c>mails</c>: folder by folder, the mails above the last UID read, with a checkpoint after each window.</summary>
/// <param name="box">The box.</param>
/// <param name="folders">The folders that are read.</param>
/// <param name="own">The business's own addresses.</param>
/// <param name="filter">Says which mails are left out.</param>
/// <param name="showsDeletions">Whether mails that the pass does not find are taken for deleted, so that it must find all.</param>
/// <param name="counts">Takes what it came across.</param>
internal sealed class RemoteMailsPass(
    RemoteBox box, IReadOnlyList<ImapFolder> folders, OwnAddresses own, RemoteFilter filter, bool showsDeletions, PassCounts counts)
{
    private const string Items = " BODYSTRUCTURE";

    private readonly ReplyTimes _replyTimes = new(box, folders, own);
    private readonly List<Message> _messages = [];

    /// <summary>Reads on.</summary>
    /// <param name="positions">How far each folder was read; moves on with each checkpoint.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async IAsyncEnumerable<Message> ReadAsync(UidPositions positions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            var position = positions[folder];
            if (await box.ExamineAsync(folder, position, cancellationToken).ConfigureAwait(false) is not { } selected)
            {
                // Deleted or renamed since it was listed; its mails are found under the new name by the next run.
                if (showsDeletions)
                {
                    throw ConnectorException.Transient($"Folder '{folder.Name}' went away while the mailbox was read, so what is missing cannot be told from what moved.");
                }

                continue;
            }

            // Another validity means that UIDs were given anew. Keys come from Message-ID, so reading again makes no doubles.
            position = position.Validity == selected.UidValidity ? position : new UidPosition(selected.UidValidity, 0, 0);
            counts.Vanished += selected.Vanished.Count(u => u <= position.LastUid);
            var isUnchanged = selected.UidNext > 0 && selected.UidNext <= position.LastUid + 1L;
            var uids = isUnchanged ? [] : await box.UidsAfterAsync(folder, position.LastUid, cancellationToken).ConfigureAwait(false);
            var read = 0;
            await foreach (var window in box.ReadAsync(folder, uids, RemoteBox.HeaderItems + Items, cancellationToken).ConfigureAwait(false))
            {
                _messages.Clear();
                await SortAsync(folder, window, cancellationToken).ConfigureAwait(false);
                foreach (var message in _messages)
                {
                    yield return message;
                }

                read = Math.Min(uids.Count, read + RemoteBox.WindowMails);
                positions[folder] = position with { LastUid = uids[read - 1] };
                yield return Checkpoint(positions);
            }

            var last = uids.Count > 0 ? uids[^1] : position.LastUid;
            positions[folder] = new UidPosition(selected.UidValidity, last, selected.ModSeq);
        }

        yield return Checkpoint(positions);
    }

    internal static Checkpoint Checkpoint(UidPositions positions) =>
        new(MailStreams.Mails, new JObject { ["version"] = RemoteStates.Version, ["folders"] = positions.ToJson() });

    private async Task SortAsync(ImapFolder folder, List<RemoteMail> window, CancellationToken cancellationToken)
    {
        await _replyTimes.PrepareAsync(window, cancellationToken).ConfigureAwait(false);
        var bounces = new List<RemoteMail>();
        var maybeRequests = new List<(RemoteMail Mail, ImapPart Text)>();
        foreach (var mail in window)
        {
            counts.Mails++;
            if (mail.Mail is null)
            {
                Reject(mail);
            }
            else if (BounceReader.IsBounce(mail.Mail))
            {
                counts.Bounces++;
                bounces.Add(mail);
            }
            else if (filter.IsBulk(mail))
            {
                counts.Bulk++;
            }
            else if (mail.Mail.From is null)
            {
                Reject(mail);
            }
            else if (filter.IsSpam(mail))
            {
                counts.Spam++;
            }
            else
            {
                Take(mail, maybeRequests);
            }
        }

        foreach (var (mail, bounced) in await RemoteBounces.ReadAsync(box, folder, bounces, own, cancellationToken).ConfigureAwait(false))
        {
            BounceMessages.Add(mail.Mail!, bounced, _messages);
        }

        await ReadRequestsAsync(folder, maybeRequests, cancellationToken).ConfigureAwait(false);
    }

    private void Take(RemoteMail mail, List<(RemoteMail Mail, ImapPart Text)> maybeRequests)
    {
        var correspondence = Correspondence.Of(mail.Mail!, own, RemoteFolders.IsSent(mail.Folder));
        MailInteractions.Add(
            mail.Mail!,
            correspondence,
            (long)(mail.Fetched.Structure?.Leaves.Aggregate(0UL, (sum, part) => sum + part.Size) ?? mail.Fetched.Size),
            RemoteTexts.AttachmentsOf(mail.Fetched.Structure),
            _replyTimes.Of(mail, correspondence.Direction),
            _messages);
        if (correspondence is not { Direction: "in", Counterparts.Count: 1 })
        {
            return;
        }

        if (UnsubscribeRequest.IsByHeaders(mail.Mail!))
        {
            _messages.Add(UnsubscribeRequest.Of(mail.Mail!));
        }
        else if (RemoteTexts.TextOf(mail.Fetched.Structure) is { Size: <= UnsubscribeRequest.TextBytesMax } text)
        {
            maybeRequests.Add((mail, text));
        }
    }

    private async Task ReadRequestsAsync(ImapFolder folder, List<(RemoteMail Mail, ImapPart Text)> mails, CancellationToken cancellationToken)
    {
        var texts = await RemoteTexts.FetchAsync(box, folder, mails.Select(m => (m.Mail.Fetched.Uid, m.Text)), cancellationToken).ConfigureAwait(false);
        foreach (var (mail, _) in mails)
        {
            if (texts.TryGetValue(mail.Fetched.Uid, out var text) && UnsubscribeRequest.IsByText(text))
            {
                _messages.Add(UnsubscribeRequest.Of(mail.Mail!));
            }
        }
    }

    private void Reject(RemoteMail mail)
    {
        counts.Rejected++;
        _messages.Add(RemoteRejections.Of(MailStreams.Mails, mail));
    }
}
