using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Requests;

/// <summary>Recognises mails by which a person takes back the consent to marketing mail: what the unsubscribe button of
/// a mail program sends (RFC 2369), and people's own "unsubscribe" in the subject or as the only words.</summary>
internal static partial class UnsubscribeRequest
{
    /// <summary>Largest text that can be such a request, in bytes; a longer one is not looked at.</summary>
    internal const int TextBytesMax = 1_000;

    private const int WordCharsMax = 60;
    private const int RegexTimeoutMs = 2_000; // The texts are short; only a starved machine takes that long.

    /// <summary>Says whether the headers alone make it a request.</summary>
    internal static bool IsByHeaders(Mail mail) =>
        Request().IsMatch(mail.Subject ?? string.Empty)
        || mail.To.Exists(to => UnsubscribeAddress().IsMatch(to.LocalPart));

    /// <summary>Says whether the writer's own words are a request and nothing else.</summary>
    internal static bool IsByText(string text)
    {
        var words = string.Join(' ', OwnWords.Of(text).Select(l => l.Trim()).TakeWhile(l => l is not "--").Where(l => l.Length > 0).Take(3));
        return words.Length is > 0 and <= WordCharsMax && Request().IsMatch(words);
    }

    /// <summary>Makes the withdrawal.</summary>
    internal static ConsentRecord Of(Mail mail) =>
        new(MailStreams.Mails, mail.From!.Value.Address, "email", "marketing", ConsentStatus.Withdrawn, mail.OccurredAt)
        {
            PersonStream = MailStreams.People,
            Proof = $"Mail {mail.Id} asks for it.",
        };

    [GeneratedRegex(
        @"^\W*(?:(?:re|aw|fwd?|wg)\s*:\s*)*(?:please\s+|pls\s+|bitte\s+)?(?:unsubscribe|unsuscribe|un-subscribe|opt[- ]?out|remove(?:\s+me)?(?:\s+from\s+(?:your\s+|the\s+|this\s+)?(?:mailing\s+)?list)?|stop|abmelden|abmeldung|newsletter\s+(?:abbestellen|abmelden|abmeldung)|désabonn\w+|désinscri\w+|darme de baja|dar de baja|baja|cancellami|disiscri\w+|uitschrijven|afmelden|wypisz)(?:\s+me)?(?:\s+from\s+.{1,40})?(?:,?\s*(?:please|thanks|thank you|bitte|danke))?\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Request();

    [GeneratedRegex(@"(?:^|[-+._])(?:unsubscribe|unsub|optout|opt-out|abmelden|abmeldung)(?:$|[-+._=])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex UnsubscribeAddress();
}
