using System.Text;
using IntegrationHub.Connectors.Email.Mime;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class MimeTests
{
    [Theory]
    [InlineData("=?utf-8?B?SsO8cmdlbg==?=", "Jürgen")]
    [InlineData("=?iso-8859-1?Q?J=FCrgen_M?= =?iso-8859-1?Q?=FCller?=", "Jürgen Müller")]
    [InlineData("=?windows-1251?B?yOLg7Q==?=", "Иван")]
    [InlineData("=?utf-8?B?ww==?= =?utf-8?B?vA==?=", "ü")]
    [InlineData("=?iso-8859-15?Q?20_=A4?= only", "20 € only")]
    [InlineData("=?UTF-8*EN?q?caf=C3=A9?=", "café")]
    [InlineData("=?no-such-set?Q?abc?=", "abc")]
    [InlineData("a =?b c", "a =?b c")]
    public void Encoded_words_are_decoded(string value, string expected) => Assert.Equal(expected, EncodedWords.Decode(value));

    [Theory]
    [InlineData("ann@x.example", "|ann@x.example")]
    [InlineData("Ann Bell <Ann@X.Example>", "Ann Bell|ann@x.example")]
    [InlineData("\"Bell, Ann\" <ann@x.example>, Joe <joe@x.example>", "Bell, Ann|ann@x.example;Joe|joe@x.example")]
    [InlineData("Bell, Ann <ann@x.example>", "Bell, Ann|ann@x.example")]
    [InlineData("ann@x.example (Ann (the one) Bell)", "Ann (the one) Bell|ann@x.example")]
    [InlineData("Team: ann@x.example, joe@x.example;, eve@x.example", "|ann@x.example;|joe@x.example;|eve@x.example")]
    [InlineData("Undisclosed recipients:;", "")]
    [InlineData("Ann Bell ann@x.example", "Ann Bell|ann@x.example")]
    [InlineData("ann@x.example; joe@x.example", "|ann@x.example;|joe@x.example")]
    [InlineData("\"Ann \\\"A\\\" Bell\" <ann@x.example>", "Ann \"A\" Bell|ann@x.example")]
    [InlineData("<@relay.example:ann@x.example>", "|ann@x.example")]
    [InlineData("=?utf-8?Q?J=C3=BCrgen?= <j@x.example>", "Jürgen|j@x.example")]
    [InlineData("not an address, <also not>", "")]
    [InlineData("\"unclosed <ann@x.example>", "\"unclosed|ann@x.example")]
    public void Address_lists_are_read(string value, string expected)
    {
        Assert.Equal(expected, string.Join(';', AddressParser.Parse(value).Select(a => $"{a.Name}|{a.Address}")));
    }

    [Theory]
    [InlineData("Thu, 22 Aug 2002 12:36:23 +0100", "2002-08-22T11:36:23")]
    [InlineData("22 Aug 02 12:36 EST", "2002-08-22T17:36:00")]
    [InlineData("Donnerstag, 22 Aug 2002 12:36:23 GMT", "2002-08-22T12:36:23")]
    [InlineData("Thu Aug 22 12:36:23 2002", "2002-08-22T12:36:23")]
    [InlineData("Thu Aug 22 12:36:23 PDT 2002", "2002-08-22T19:36:23")]
    [InlineData("22-Aug-2002 12:36:23 -0700 (PDT)", "2002-08-22T19:36:23")]
    [InlineData("Mon, 1 Jan 99 00:00:00 +0000", "1999-01-01T00:00:00")]
    [InlineData("Fri, 01 Jan 101 08:30:00 GMT", "2001-01-01T08:30:00")]
    [InlineData("2002-08-22T12:36:23+02:00", "2002-08-22T10:36:23")]
    [InlineData("8 Feb 2026 1:05:00 PM +0000", "2026-02-08T13:05:00")]
    [InlineData("Sat, 30 Feb 2002 12:00:00 +0000", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_in_wild_forms(string text, string? expectedUtc)
    {
        var parsed = MailDates.TryParse(text, out var date);

        Assert.Equal(expectedUtc, parsed ? date.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [Fact]
    public void Folded_header_lines_are_joined()
    {
        var mail = "From joe Thu\nSubject: one\r\n  two\n\tthree\nnot a header\nX-A : b\n\nbody"u8;

        var headers = HeaderBlock.Parse(mail, out var bodyStart);

        Assert.Equal(("one two three", "b", "body"), (headers.First("subject"), headers.First("x-a"), Encoding.ASCII.GetString(mail[bodyStart..])));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=\r\n=DFe", "Grüße", 0)]
    [InlineData("Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\nR3LD\nvMOfZQ==", "Grüße", 0)]
    [InlineData("Content-Type: text/html\n\n<style>p{}</style><p>A&amp;B<br>Tel&nbsp;1</p><blockquote>old</blockquote>", "\nA&B\nTel\u00a01\n\n> old\n", 0)]
    [InlineData("Content-Type: application/pdf\n\n%PDF", null, 1)]
    public void A_single_part_is_decoded(string mail, string? text, int attachments) => AssertBody(mail, text, attachments);

    [Fact]
    public void The_plain_text_of_nested_parts_is_preferred_and_attachments_are_counted()
    {
        const string Mail = "Content-Type: multipart/mixed; boundary=\"a\"\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n"
            + "--ab\nContent-Type: text/html\n\n<b>Hi</b>\n--ab\nContent-Type: text/plain\n\nHi\n--ab--\n--a\n"
            + "Content-Type: image/png; name=x.png\nContent-Disposition: attachment\n\nxxxx\n--a\n"
            + "Content-Type: image/gif\nContent-ID: <logo>\n\nxxxx\n--a--\nepilogue";

        AssertBody(Mail, "Hi\n", 1);
    }

    [Fact]
    public void Parts_within_parts_without_end_are_walked_to_a_limit()
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 1_000; i++)
        {
            mail.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        AssertBody(mail.Append("\n\ndeep").ToString(), null, 0);
    }

    private static void AssertBody(string mail, string? text, int attachments)
    {
        var bytes = Encoding.Latin1.GetBytes(mail);
        var headers = HeaderBlock.Parse(bytes, out var bodyStart);

        Assert.Equal(new MimeBody(text, attachments), BodyWalker.Walk(headers, bytes.AsSpan(bodyStart), wantsText: true));
    }
}
