namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Finds how long the business or a customer took to answer: remembers of each mail a hash of its id, its times and its direction.</summary>
internal sealed class AnsweredMails
{
    /// <summary>Mails remembered; with more, answers to further ones have no response time.</summary>
    internal const int MailsMax = 1_000_000;

    /// <summary>An answer that comes later is none to that mail.</summary>
    internal static readonly TimeSpan AnswerTimeMax = TimeSpan.FromDays(30);

    private readonly Dictionary<ulong, Known> _known = [];

    internal void Clear() => _known.Clear();

    /// <summary>Remembers a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="arrivedAt">When it came into the mailbox.</param>
    /// <param name="isOut">Whether the business wrote it.</param>
    internal void Learn(Mail mail, DateTimeOffset arrivedAt, bool isOut)
    {
        if (_known.Count < MailsMax)
        {
            _known.TryAdd(Hash(mail.Id), new Known((uint)arrivedAt.ToUnixTimeSeconds(), (uint)mail.OccurredAt.ToUnixTimeSeconds(), isOut));
        }
    }

    /// <summary>Gives the time between the answered mail of the other side and its answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="arrivedAt">When it came into the mailbox.</param>
    /// <param name="direction">Its direction.</param>
    internal TimeSpan? ResponseTime(Mail answer, DateTimeOffset arrivedAt, string direction)
    {
        if (answer.InReplyTo is not { } id || !_known.TryGetValue(Hash(id), out var answered)
            || answered.IsOut == (direction == "out") || answered.ArrivedAt < (arrivedAt - AnswerTimeMax).ToUnixTimeSeconds())
        {
            return null;
        }

        var time = TimeSpan.FromSeconds(answer.OccurredAt.ToUnixTimeSeconds() - answered.OccurredAt);
        return time >= TimeSpan.Zero && time <= AnswerTimeMax ? time : null;
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
