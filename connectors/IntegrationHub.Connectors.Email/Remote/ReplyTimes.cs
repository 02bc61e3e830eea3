using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Finds how long the business or a customer took to answer: remembers of each mail, sent or got in the weeks before,
/// a hash of its id, its time and its direction. Looked up in the box itself, so the result does not depend on what a run reads.</summary>
internal sealed class ReplyTimes(RemoteBox box, IReadOnlyList<ImapFolder> folders, OwnAddresses own)
{
    /// <summary>Mails remembered; with more, answers to further ones have no response time.</summary>
    internal const int MailsMax = 1_000_000;

    /// <summary>An answer that comes later is none to that mail.</summary>
    internal static readonly TimeSpan AnswerTimeMax = TimeSpan.FromDays(30);

    private const string Items = "INTERNALDATE BODY.PEEK[HEADER.FIELDS (Message-ID From Date)]<0.4096>";

    private readonly Dictionary<ulong, Known> _known = [];
    private DateTimeOffset _since = DateTimeOffset.MaxValue;

    /// <summary>Learns of the mails that the answers among some mails may belong to.</summary>
    internal async Task PrepareAsync(List<RemoteMail> mails, CancellationToken cancellationToken)
    {
        var answers = mails.Where(m => m.Mail?.InReplyTo is not null).ToList();
        if (answers.Count == 0 || answers.Min(m => m.ArrivedAt) - AnswerTimeMax is var since && since >= _since)
        {
            return;
        }

        _known.Clear();
        _since = since;
        foreach (var folder in folders)
        {
            await LearnAsync(folder, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the time between the answered mail of the other side and this one.</summary>
    internal TimeSpan? Of(RemoteMail mail, string direction)
    {
        if (mail.Mail!.InReplyTo is not { } id || !_known.TryGetValue(Hash(id), out var answered)
            || answered.IsOut == (direction == "out") || answered.ArrivedAt < (mail.ArrivedAt - AnswerTimeMax).ToUnixTimeSeconds())
        {
            return null;
        }

        var time = TimeSpan.FromSeconds(mail.Mail.OccurredAt.ToUnixTimeSeconds() - answered.OccurredAt);
        return time >= TimeSpan.Zero && time <= AnswerTimeMax ? time : null;
    }

    private async Task LearnAsync(ImapFolder folder, CancellationToken cancellationToken)
    {
        // One day more: the server compares dates of its own time zone.
        var uids = await box.SearchAsync(folder, c => c.Add(FormattableString.Invariant($" SINCE {_since.UtcDateTime.AddDays(-1):d-MMM-yyyy}")), cancellationToken).ConfigureAwait(false);
        await foreach (var window in box.ReadAsync(folder, uids, Items, cancellationToken).ConfigureAwait(false))
        {
            foreach (var mail in window)
            {
                if (_known.Count < MailsMax && mail.Mail is { From: { } from } m)
                {
                    _known.TryAdd(Hash(m.Id), new Known((uint)mail.ArrivedAt.ToUnixTimeSeconds(), (uint)m.OccurredAt.ToUnixTimeSeconds(), RemoteFolders.IsSent(folder) || own.Contains(from.Address)));
                }
            }
        }
    }

    /// <summary>FNV-1a, 64 bits: with a million ids two collide once in forty million boxes.</summary>
    private static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }

    /// <summary>Times in seconds since 1970: a million of these must fit.</summary>
    private readonly record struct Known(uint ArrivedAt, uint OccurredAt, bool IsOut);
}
