using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Finds response times in a mailbox on disk. An answer may be read before what it answers, and what it answers may have
/// been read by an earlier run, so the first new answer makes all mails be walked through once more.</summary>
/// <param name="places">Where the mails are.</param>
/// <param name="own">The business's own addresses.</param>
/// <param name="startedAt">When the run started.</param>
internal sealed class MailboxReplies(IReadOnlyList<MailPlace> places, OwnAddresses own, DateTimeOffset startedAt)
{
    private readonly AnsweredMails _answered = new();
    private bool _isPrepared;

    /// <summary>Learns of all mails, once, when a mail is an answer.</summary>
    internal async ValueTask PrepareAsync(RawMail raw, CancellationToken cancellationToken)
    {
        if (_isPrepared || Mail.Parse(raw, startedAt)?.InReplyTo is null)
        {
            return;
        }

        _isPrepared = true;
        var pass = new MailPass(places, MailState.Parse(null, places), readsOld: true, startedAt);
        await foreach (var (other, _) in pass.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Mail.Parse(other, startedAt) is { From: { } from } mail)
            {
                _answered.Learn(mail, mail.OccurredAt, own.Contains(from.Address));
            }
        }
    }

    /// <summary>Gives the time between the answered mail of the other side and this one.</summary>
    internal TimeSpan? Of(Mail mail, string direction) => _answered.ResponseTime(mail, mail.OccurredAt, direction);
}
