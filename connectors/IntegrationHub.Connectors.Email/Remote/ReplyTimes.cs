using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Finds response times. The mails of the weeks before an answer are looked up in the box itself, so the result does not
/// depend on what a run reads.</summary>
internal sealed class ReplyTimes(RemoteBox box, IReadOnlyList<ImapFolder> folders, OwnAddresses own)
{
    private const string Items = "INTERNALDATE BODY.PEEK[HEADER.FIELDS (Message-ID From Date)]<0.4096>";

    private readonly AnsweredMails _answered = new();
    private DateTimeOffset _since = DateTimeOffset.MaxValue;

    /// <summary>Learns of the mails that the answers among some mails may belong to.</summary>
    internal async Task PrepareAsync(List<RemoteMail> mails, CancellationToken cancellationToken)
    {
        var answers = mails.Where(m => m.Mail?.InReplyTo is not null).ToList();
        if (answers.Count == 0 || answers.Min(m => m.ArrivedAt) - AnsweredMails.AnswerTimeMax is var since && since >= _since)
        {
            return;
        }

        _answered.Clear();
        _since = since;
        foreach (var folder in folders)
        {
            await LearnAsync(folder, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the time between the answered mail of the other side and this one.</summary>
    internal TimeSpan? Of(RemoteMail mail, string direction) => _answered.ResponseTime(mail.Mail!, mail.ArrivedAt, direction);

    private async Task LearnAsync(ImapFolder folder, CancellationToken cancellationToken)
    {
        // One day more: the server compares dates of its own time zone.
        var uids = await box.SearchAsync(folder, c => c.Add(FormattableString.Invariant($" SINCE {_since.UtcDateTime.AddDays(-1):d-MMM-yyyy}")), cancellationToken).ConfigureAwait(false);
        await foreach (var window in box.ReadAsync(folder, uids, Items, cancellationToken).ConfigureAwait(false))
        {
            foreach (var mail in window)
            {
                if (mail.Mail is { From: { } from } m)
                {
                    _answered.Learn(m, mail.ArrivedAt, RemoteFolders.IsSent(folder) || own.Contains(from.Address));
                }
            }
        }
    }
}
