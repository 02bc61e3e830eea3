using System.Collections.Frozen;
using System.Globalization;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Tells mail that a person wrote to a person from mail that a machine sent. What is bulk makes neither people
/// nor interactions.</summary>
internal static class BulkRules
{
    private const string SpamStars = "*****"; // What SpamAssassin takes for spam unless told otherwise.
    private const int ExchangeSpamLevel = 5;

    private static readonly FrozenSet<string> MachineLocalParts = new[]
    {
        "noreply", "donotreply", "dontreply", "notification", "notifications", "notify", "newsletter", "newsletters", "news",
        "mailerdaemon", "postmaster", "bounce", "bounces", "autoreply", "autoresponder", "automailer", "alert", "alerts",
        "mailer", "mailman", "majordomo", "listserv", "daemon", "root", "nobody", "undisclosedrecipients", "robot", "bot",
        "replynotpossible", "nepasrepondre", "nichtantworten", "keineantwort", "noresponder", "nonrispondere", "updates",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Says whether a mail is a newsletter, a list's, an automatic answer, a bounce or marked as spam.</summary>
    internal static bool IsBulk(Mail mail)
    {
        foreach (var header in mail.Headers.All)
        {
            if (MarksBulk(header))
            {
                return true;
            }
        }

        return mail.From is { } from && IsMachine(from.Address);
    }

    /// <summary>Says whether an address belongs to a program: <c>no-reply@</c>, <c>notifications@</c>, <c>bounce-123@</c>.</summary>
    internal static bool IsMachine(string address)
    {
        var local = address.AsSpan(0, address.LastIndexOf('@'));
        Span<char> letters = stackalloc char[128];
        var length = 0;
        foreach (var c in local)
        {
            if (c is '+' or '=')
            {
                break; // A tag behind the name.
            }

            if (char.IsLetter(c) && length < letters.Length)
            {
                letters[length++] = c;
            }
        }

        var name = letters[..length];
        return MachineLocalParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
            || name.IndexOf("noreply", StringComparison.Ordinal) >= 0
            || name.IndexOf("donotreply", StringComparison.Ordinal) >= 0
            || name.IndexOf("mailerdaemon", StringComparison.Ordinal) >= 0
            || (name.StartsWith("bounce", StringComparison.Ordinal) && local.IndexOfAny('-', '=', '.') > 0)
            || local.StartsWith("owner-", StringComparison.Ordinal)
            || local.EndsWith("-request", StringComparison.Ordinal)
            || local.EndsWith("-bounces", StringComparison.Ordinal);
    }

    private static bool MarksBulk(Header header)
    {
        var value = header.Value.AsSpan().Trim();
        return header.Name.ToUpperInvariant() switch
        {
            "LIST-ID" or "LIST-UNSUBSCRIBE" or "LIST-POST" or "LIST-HELP" or "MAILING-LIST" or "X-MAILING-LIST" or "X-AUTOREPLY" => true,
            "FEEDBACK-ID" or "X-CSA-COMPLAINTS" => true, // What senders of bulk tell the big providers.
            "X-AUTO-RESPONSE-SUPPRESS" => true,
            "PRECEDENCE" or "X-PRECEDENCE" => Is(value, "bulk") || Is(value, "list") || Is(value, "junk") || Is(value, "auto_reply"),
            "AUTO-SUBMITTED" => !Is(value, "no"),
            "RETURN-PATH" => value is "<>",
            "X-SPAM-FLAG" or "X-SPAM" or "X-BARRACUDA-SPAM-FLAG" => Is(value, "yes"),
            "X-SPAM-STATUS" => value.StartsWith("yes", StringComparison.OrdinalIgnoreCase),
            "X-SPAM-LEVEL" => value.StartsWith(SpamStars, StringComparison.Ordinal),
            "X-BOGOSITY" or "X-DSPAM-RESULT" => Is(value, "spam") || Is(value, "yes"),
            "X-MS-EXCHANGE-ORGANIZATION-SCL" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= ExchangeSpamLevel,
            "X-FOREFRONT-ANTISPAM-REPORT" => value.IndexOf("SFV:SPM", StringComparison.OrdinalIgnoreCase) >= 0,
            "CONTENT-TYPE" => value.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> value, string word) =>
        value.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (value.Length == word.Length || !char.IsLetterOrDigit(value[word.Length]));
}
