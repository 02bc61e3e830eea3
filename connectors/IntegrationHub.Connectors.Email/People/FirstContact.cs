using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Spam;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>Weighs what in the headers speaks against a person having written a mail to this business. One weak sign is anybody's bad
/// luck; two, or one that a personal mail hardly ever has, are doubt enough to wait for an answer. No sign is a word of advertising.</summary>
internal static partial class FirstContact
{
    /// <summary>The weight from which a mail does not count as personal.</summary>
    internal const int Doubt = 2;

    private const int RegexTimeoutMs = 2_000; // The texts are short; only a starved machine takes that long.
    private const int RecipientsUsual = 5;

    private static readonly string[] DeliveryHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    internal static bool IsPersonal(Mail mail, OwnAddresses own)
    {
        var isBorneOut = SenderProof.Of(mail);
        return isBorneOut != false && StrongSigns(mail, own) == 0 && WeakSigns(mail, isBorneOut == true) < Doubt;
    }

    /// <summary>Says whether the Message-ID is one that servers give to mails which come without: a program that needs none wrote it.</summary>
    internal static bool IsMadeByServer(Mail mail)
    {
        var id = mail.Headers.First("Message-ID");
        return id is null || MailDomains.Of(id).IsEmpty
            || (ServerMade().IsMatch(id) && !MailDomains.AreOne(MailDomains.Of(id), mail.From!.Value.Domain));
    }

    private static int StrongSigns(Mail mail, OwnAddresses own) =>
        One(!IsAddressed(mail, own))
        + One(mail.To.Count + mail.Cc.Count > RecipientsUsual)
        + One(IsMadeByServer(mail))
        + One(!MailDates.TryParse(mail.Headers.First("Date"), out _));

    private static int WeakSigns(Mail mail, bool isBorneOut)
    {
        var headers = mail.Headers;
        var from = mail.From!.Value;
        var subject = mail.Subject ?? string.Empty;
        var mailer = headers.First("User-Agent") ?? headers.First("X-Mailer");
        return One(!isBorneOut && IsOther(headers.First("Message-ID"), from))
            + One(!isBorneOut && IsOther(headers.First("Return-Path"), from))
            + One(IsOther(headers.First("Reply-To"), from))
            + One(ContentType.Parse(headers.First("Content-Type")).MediaType == "text/html")
            + One(SpamFeatures.IsMachineMade(from.LocalPart) && !DisplayNames.SharesWord(from.Name, from.Address))
            + One(mailer is not null && !SpamFeatures.IsPersonalMailer(mailer) && !MorePersonalMailers().IsMatch(mailer))
            + One(headers.First("X-Priority") is ['1' or '2', ..])
            + One(subject.Length == 0 || SpamFeatures.IsLoud(subject))
            + One(mail.InReplyTo is null && SpamFeatures.LooksLikeAnswer(subject));
    }

    /// <summary>Names the business, or the address that its server delivered it to.</summary>
    private static bool IsAddressed(Mail mail, OwnAddresses own) =>
        own.IsEmpty || mail.To.Concat(mail.Cc).Any(t => own.Contains(t.Address) || own.IsOwnDomain(t.Domain) || IsDeliveredTo(mail, t));

    private static bool IsDeliveredTo(Mail mail, MailAddress to) =>
        Array.Exists(DeliveryHeaders, h => mail.Headers.First(h)?.Trim(' ', '<', '>').Equals(to.Address, StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsOther(string? addressOrId, MailAddress from)
    {
        var domain = MailDomains.Of(addressOrId);
        return !domain.IsEmpty && !MailDomains.AreOne(domain, from.Domain);
    }

    private static int One(bool sign) => sign ? 1 : 0;

    /// <summary>The forms of sendmail, postfix, qmail and exim: a time or a letter, and the number of the mail in the server's queue.</summary>
    [GeneratedRegex(
        @"^\s*<?(?:\d{12}\.[a-z]\w{7,15}|\d{14}\.[0-9A-F]{9,12}|\d{14}\.[0-9A-Za-z]{12,16}|\d{14}\.\d+\.qmail|E\w{6}-\w{6}(?:\w{5})?-\w{2}(?:\w{2})?)@",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex ServerMade();

    [GeneratedRegex(
        @"outlook|entourage|windows (?:live )?mail|ymail|yahoo|zimbra|open-xchange|sogo|claws|lotus|notes|groupwise|em client|airmail|spark|fairemail|aquamail|samsung|android|gmx|web\.de|proton|posteo|mailbird|postbox|rainloop|snappymail|nextcloud|vivaldi|betterbird|seamonkey|apple|z-mail|pegasus|mailspring|canary|incredimail",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex MorePersonalMailers();
}
