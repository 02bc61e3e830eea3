namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>Mails of invented people that need more than a few headers.</summary>
internal static class Mails
{
    /// <summary>A delivery status notification (RFC 3464).</summary>
    internal static string Bounce(string address, string status, string action = "failed") =>
        MailFolder.Mail(
            "Mail Delivery System <MAILER-DAEMON@mx.shop.example>",
            "info@shop.example",
            $"dsn-{address}",
            $"""
            --b
            Content-Type: text/plain

            Your mail could not be delivered to {address}.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.shop.example

            Final-Recipient: rfc822; {address}
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; 550 no
            --b
            Content-Type: message/rfc822

            From: info@shop.example

            Hello
            --b--

            """,
            "Return-Path: <>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n").Replace("5 Feb", "6 Feb", StringComparison.Ordinal);

    /// <summary>A bounce as qmail and others write it, in prose.</summary>
    internal static string OldBounce(string address) =>
        MailFolder.Mail(
            "MAILER-DAEMON@mx.other.example",
            "info@shop.example",
            $"old-{address}",
            $"""
            Hi. This is the qmail-send program at mx.other.example.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <{address}>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            From: info@shop.example
            To: <somebody.else@home.example>
            """).Replace("Subject: About", "Subject: failure notice", StringComparison.Ordinal).Replace("5 Feb", "6 Feb", StringComparison.Ordinal);
}
