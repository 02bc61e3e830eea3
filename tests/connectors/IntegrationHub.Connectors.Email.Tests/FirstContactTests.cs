using System.Text;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Requests;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class FirstContactTests
{
    private const string Plain = "From: Ann Bell <ann@home.example>\nTo: info@shop.example\nSubject: Opening hours\nMessage-ID: <a1@home.example>\nDate: Thu, 5 Feb 2026 10:00:00 +0100\n";

    private static readonly OwnAddresses Own = new(["info@shop.example"]);

    [Theory]
    [InlineData("", "")]
    [InlineData("Ann Bell <ann@home.example>", "ann1984@home.example")] // Somebody's year of birth and no name.
    [InlineData("To: info@shop.example", "To: orders@shop.example")] // Another address of the business.
    [InlineData("To: info@shop.example", "To: old@oldshop.example\nX-Original-To: old@oldshop.example")] // Forwarded by a server.
    [InlineData("To: info@shop.example", "To: joe@other.example\nCc: Shop <info@shop.example>")]
    [InlineData("<a1@home.example>", "<CAB123@mail.gmail.com>")]
    [InlineData("<a1@home.example>", "<20260205100000.4E1F22CFA4@mx.home.example>")] // The sender's own server gave it.
    [InlineData("<a1@home.example>", "<x@eur.prod.outlook.com>\nReturn-Path: <b@mailer.example>\nAuthentication-Results: mx.shop.example; spf=pass smtp.mailfrom=b@mailer.example; dkim=pass header.d=home.example")]
    [InlineData("Date:", "Content-Type: text/html\nDate:")]
    [InlineData("Opening hours", "Re: Opening hours")]
    [InlineData("Date:", "X-Mailer: Microsoft Outlook 16.0\nX-Priority: 3\nDate:")]
    public void A_plain_mail_to_the_business_is_personal(string part, string other) => Assert.True(IsPersonal(part, other));

    [Theory]
    [InlineData("To: info@shop.example", "To: undisclosed-recipients:;")]
    [InlineData("To: info@shop.example\n", "")]
    [InlineData("To: info@shop.example", "To: ann@home.example")] // The business in Bcc.
    [InlineData("To: info@shop.example", "To: info@shop.example, a@x.example, b@x.example, c@x.example, d@x.example, e@x.example")]
    [InlineData("Message-ID: <a1@home.example>\n", "")]
    [InlineData("<a1@home.example>", "<20260205100000.4E1F22CFA4@mx.shop.example>")] // postfix
    [InlineData("<a1@home.example>", "<202602051000.k15A0c1234567@mx.shop.example>")] // sendmail
    [InlineData("<a1@home.example>", "<E1rWxyz-0005K9-00@mx.shop.example>")] // exim
    [InlineData("Date: Thu, 5 Feb 2026 10:00:00 +0100\n", "")]
    [InlineData("Date:", "Authentication-Results: mx.shop.example; spf=fail smtp.mailfrom=home.example; dkim=none\nDate:")]
    [InlineData("Date:", "Authentication-Results: mx.shop.example; dkim=pass header.d=home.example; dmarc=fail header.from=home.example\nDate:")]
    [InlineData("<a1@home.example>", "<a1@other.example>\nReply-To: joe@third.example")]
    [InlineData("<a1@home.example>", "<a1@other.example>\nReturn-Path: <bounce-1@third.example>")]
    [InlineData("<a1@home.example>", "<a1@other.example>\nContent-Type: text/html")]
    [InlineData("<a1@home.example>", "<a1@other.example>\nX-Mailer: BlastWriter 9")]
    [InlineData("Ann Bell <ann@home.example>", "wkx8831@home.example\nX-Priority: 1")]
    [InlineData("Opening hours", "RE: OPENING HOURS")]
    public void One_strong_sign_or_two_weak_ones_are_doubt(string part, string other) => Assert.False(IsPersonal(part, other));

    [Theory]
    [InlineData("Do you open on Sunday?\nAnn", false)]
    [InlineData("Please remove the dent.\nAnn", false)]
    [InlineData("Yes, please.\n\n> To unsubscribe, click here\n", false)]
    [InlineData("Great offers!\n\nTo be removed from our\nmailing list, reply here.", true)]
    [InlineData("Sale. Newsletter abbestellen: http://x.example", true)]
    public void An_offer_to_unsubscribe_is_known_in_the_text(string text, bool isOffer) => Assert.Equal(isOffer, UnsubscribeOffer.IsIn(text));

    private static bool IsPersonal(string part, string other)
    {
        var raw = new RawMail();
        raw.Start("test", 0, MailFolder.Now);
        raw.Append(Encoding.Latin1.GetBytes((part.Length == 0 ? Plain : Plain.Replace(part, other, StringComparison.Ordinal)) + "\nHello\n"));
        return FirstContact.IsPersonal(Mail.Parse(raw, MailFolder.Now)!, Own);
    }
}
