using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.Mime;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>What the connector needs to know of one mail, taken from its headers. Holds nothing of the body.</summary>
internal sealed class Mail
{
    private const int TitleCharsMax = 200;
    private const int IdCharsMax = 200;

    private static readonly DateTimeOffset OldestBelievable = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private Mail(HeaderBlock headers)
    {
        Headers = headers;
    }

    internal HeaderBlock Headers { get; }

    /// <summary>Gets the writer; <see langword="null"/> when the mail names none.</summary>
    internal MailAddress? From { get; private init; }

    internal required List<MailAddress> To { get; init; }

    internal required List<MailAddress> Cc { get; init; }

    internal required List<MailAddress> Bcc { get; init; }

    /// <summary>Gets the Message-ID without brackets, else a hash of the headers.</summary>
    internal required string Id { get; init; }

    internal required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Gets where the body starts in the raw mail.</summary>
    internal int BodyStart { get; private init; }

    internal string? Subject
    {
        get
        {
            var subject = EncodedWords.Decode(Headers.First("Subject") ?? string.Empty).Trim();
            return subject.Length == 0 ? null : Cut(subject, TitleCharsMax);
        }
    }

    /// <summary>Gets the id of the mail that this one answers.</summary>
    internal string? InReplyTo => FirstId(Headers.First("In-Reply-To")) ?? LastId(Headers.First("References"));

    /// <summary>Gets the id of the mail that started the conversation.</summary>
    internal string ThreadId =>
        FirstId(Headers.First("References")) ?? FirstId(Headers.First("In-Reply-To")) ?? Id;

    /// <summary>Reads the headers of a mail.</summary>
    /// <param name="raw">The mail.</param>
    /// <param name="latest">When the run started; no mail is believed to be newer.</param>
    /// <returns>The mail, or <see langword="null"/> when it has no headers.</returns>
    internal static Mail? Parse(RawMail raw, DateTimeOffset latest)
    {
        var headers = HeaderBlock.Parse(raw.Bytes, out var bodyStart);
        if (headers.Count == 0)
        {
            return null;
        }

        // Google Groups and the like put the list's address into From and keep the writer's here.
        var from = AddressParser.Parse(headers.First("X-Original-From"));
        from = from.Count > 0 ? from : AddressParser.Parse(headers.First("From"));
        from = from.Count > 0 ? from : AddressParser.Parse(headers.First("Sender"));
        return new Mail(headers)
        {
            From = from.Count > 0 ? from[0] : null,
            To = AddressParser.Parse(headers.First("To")),
            Cc = AddressParser.Parse(headers.First("Cc")),
            Bcc = AddressParser.Parse(headers.First("Bcc")),
            Id = FirstId(headers.First("Message-ID")) ?? HashOf(headers),
            OccurredAt = TimeOf(headers, raw, latest),
            BodyStart = bodyStart,
        };
    }

    private static DateTimeOffset TimeOf(HeaderBlock headers, RawMail raw, DateTimeOffset latest)
    {
        var received = headers.First("Received");
        var receivedTime = received?[(received.LastIndexOf(';') + 1)..];
        foreach (var text in (ReadOnlySpan<string?>)[headers.First("Date"), receivedTime, AfterAddress(raw.FromLine)])
        {
            if (MailDates.TryParse(text, out var time) && time >= OldestBelievable && time <= latest.AddDays(1))
            {
                return time;
            }
        }

        return raw.FileTime;
    }

    /// <summary>The time in <c>From joe@x.example Thu Aug 22 12:36:23 2002</c>.</summary>
    private static string? AfterAddress(string? fromLine)
    {
        var space = fromLine?.IndexOf(' ', 5) ?? -1;
        return space < 0 ? null : fromLine![space..];
    }

    private static string? LastId(string? references)
    {
        var open = references?.LastIndexOf('<') ?? -1;
        return open < 0 ? null : FirstId(references![open..]);
    }

    private static string? FirstId(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var open = value.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : value.IndexOf('>', open);
        if (close > open + 1)
        {
            return Shorten(value[(open + 1)..close].Trim());
        }

        // In-Reply-To of old programs is prose: "Your message of Monday"; only a lone id counts.
        var bare = value.Trim();
        return bare.Contains(' ', StringComparison.Ordinal) || !bare.Contains('@', StringComparison.Ordinal) ? null : Shorten(bare);
    }

    /// <summary>Hashes what does not differ between two copies of a mail.</summary>
    private static string HashOf(HeaderBlock headers)
    {
        var text = string.Join('\n', headers.First("Date"), headers.First("From"), headers.First("To"), headers.First("Subject"));
        return "sha256-" + Hex(text);
    }

    private static string Hex(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Cut(string text, int charsMax) =>
        text.Length <= charsMax ? text : text[..(char.IsHighSurrogate(text[charsMax - 1]) ? charsMax - 1 : charsMax)];

    /// <summary>A long id keeps its beginning and is told apart by the hash of the whole.</summary>
    private static string Shorten(string id) => id.Length <= IdCharsMax ? id : $"{id[..100]}-{Hex(id)}";
}
