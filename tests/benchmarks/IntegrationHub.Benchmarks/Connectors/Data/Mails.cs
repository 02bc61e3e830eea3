using System.Globalization;
using System.Text;

namespace IntegrationHub.Benchmarks.Connectors.Data;

/// <summary>Short mails with a signature, a dozen of each of many people.</summary>
internal static class Mails
{
    private const int MailsPerPerson = 12;

    public static string Text(int i)
    {
        var person = i / MailsPerPerson;
        return string.Create(CultureInfo.InvariantCulture, $"""
            From: Customer {person} <c{person}@home.example>
            To: info@shop.example
            Subject: Question {i}
            Message-ID: <m{i}@home.example>
            Date: Thu, 5 Feb 2026 10:00:00 +0100
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Hello, when will you open on Sunday? I would like to come by with the shoes that I bought and have them resoled.

            Regards,
            Customer {person}
            Tel 402-555-{person % 10000:0000}

            """);
    }

    public static void WriteMbox(string path, int count)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        for (var i = 0; i < count; i++)
        {
            file.Write("From somebody@home.example Thu Feb  5 10:00:00 2026\n");
            file.Write(Text(i));
            file.Write('\n');
        }
    }
}
