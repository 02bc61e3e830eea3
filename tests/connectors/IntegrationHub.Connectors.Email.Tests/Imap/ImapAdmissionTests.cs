using System.Text;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

public sealed class ImapAdmissionTests
{
    private const string Doubtful = "Reply-To: else@other.example\n"; // And its Message-ID is of another domain.

    [Fact]
    public async Task A_stranger_in_doubt_is_a_person_once_the_business_answers_with_all_that_their_mails_say()
    {
        var box = new ImapBox();
        await using var _ = box;
        await box.InitializeAsync();
        box.Deliver(
            MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "a", "Hello\n\n-- \nJoe Doe\nCell: 402-555-0144", Doubtful),
            MailFolder.Mail("Eve Doe <eve@home.example>", "info@shop.example", "b", "Buy!\n\nTo unsubscribe write to us."));
        var first = await box.ReadAsync();
        box.DeliverTo("Sent", MailFolder.Mail("info@shop.example", "joe@home.example", "c", more: "In-Reply-To: <a@x.example>\n"));

        var second = await box.ReadAsync(after: first);

        Assert.Empty(first.People);
        Assert.Equal("a@x.example b@x.example", string.Join(' ', first.Interactions.Select(i => i.Key)));
        var joe = Assert.Single(second.People);
        Assert.Equal("joe@home.example, Joe Doe, 402-555-0144", string.Join(", ", joe.Fields.Select(f => f.Value)));
        Assert.Equal(MessageText.Of((await box.ReadAsync("people")).People.Single()), MessageText.Of(joe));
    }

    [Theory]
    [InlineData("", Doubtful, 0, 1)]
    [InlineData("\\Answered", Doubtful, 1, 1)]
    [InlineData("$Junk", "", 0, 0)]
    [InlineData("", "", 1, 1)]
    public async Task What_mail_programs_mark_counts(string flag, string headers, int people, int mails)
    {
        var mail = MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "a", string.Empty, headers).ReplaceLineEndings("\r\n");
        await using var server = ScriptedServer.Start("* OK ready\r\n", (tag, said) => said switch
        {
            _ when said.StartsWith("UID SEARCH", StringComparison.Ordinal) => $"* SEARCH 1\r\n{tag} OK done\r\n",
            _ when said.StartsWith("UID FETCH", StringComparison.Ordinal) =>
                $"* 1 FETCH (UID 1 FLAGS ({flag}) INTERNALDATE \" 5-Feb-2026 10:00:00 +0100\" RFC822.SIZE 70 BODY[HEADER.FIELDS (From)]<0> {{{Encoding.Latin1.GetByteCount(mail)}}}\r\n{mail})\r\n{tag} OK done\r\n",
            _ => null,
        });
        var settings = new JObject { ["host"] = "127.0.0.1", ["port"] = server.Port, ["security"] = "none", ["userName"] = "info@shop.example", ["password"] = "x" };

        var read = await MessageCollector.ReadAsync(
            new ImapConnector(), settings, ImapBox.Request("people mails"), ImapBox.Context, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((people, mails), (read.People.Count(), read.Interactions.Count()));
    }
}
