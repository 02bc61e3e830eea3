using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>Who becomes a person by default: whom the business corresponds with, and strangers whose mail nothing speaks against.</summary>
public sealed class AdmissionTests : IDisposable
{
    private const string Doubtful = "Reply-To: else@other.example\n"; // And its Message-ID is of another domain.

    private readonly MailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stranger_is_a_person_unless_something_speaks_against_it_and_then_once_the_business_wrote()
    {
        var plain = MailFolder.Mail("Ann Bell <ann@home.example>", "info@shop.example", "a");
        var doubtful = MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "b", more: Doubtful);
        var offering = MailFolder.Mail("Eve Doe <eve@home.example>", "info@shop.example", "c", "Buy!\n\nTo unsubscribe write to us.");

        Assert.Equal("ann@home.example", await PeopleAsync(plain, doubtful, offering));
        Assert.Equal(
            "ann@home.example joe@home.example",
            await PeopleAsync(plain, doubtful, offering, MailFolder.Mail("info@shop.example", "joe@home.example", "d")));
    }

    [Theory]
    [InlineData("X-Mozilla-Status: 0003\n")]
    [InlineData("X-Status: AF\n")]
    [InlineData("In-Reply-To: <order-1@mail.shop.example>\n")]
    public async Task Who_was_answered_or_answers_the_business_is_a_person_whatever_they_write(string header) =>
        Assert.Equal("joe@home.example", await PeopleAsync(MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "b", more: Doubtful + header)));

    [Fact]
    public async Task The_flag_for_answered_counts_in_a_Maildir()
    {
        _folder.MakeMaildir("box");
        _folder.Write("box/cur/1.a:2,RS", MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "a", more: Doubtful));
        _folder.Write("box/cur/2.b:2,S", MailFolder.Mail("Eve Doe <eve@home.example>", "info@shop.example", "b", more: Doubtful));

        Assert.Equal("joe@home.example", Keys(await _folder.ReadAsync()));
    }

    [Fact]
    public async Task Whom_a_stranger_names_in_Cc_is_nobody_until_it_is_a_conversation()
    {
        const string Cc = "Cc: Eve <eve@other.example>\n";

        Assert.Equal("ann@home.example", await PeopleAsync(MailFolder.Mail("Ann <ann@home.example>", "info@shop.example", "a", more: Cc)));
        Assert.Equal(
            "ann@home.example eve@other.example",
            await PeopleAsync(MailFolder.Mail("Ann <ann@home.example>", "info@shop.example", "a", more: Cc + "In-Reply-To: <x@shop.example>\n")));
    }

    [Fact]
    public async Task A_mail_that_pretends_to_come_from_the_business_makes_nobody() =>
        Assert.Empty(await PeopleAsync(MailFolder.Mail("info@shop.example", "ann@home.example", "a", more: "Return-Path: <x@far.example>\n")));

    [Fact]
    public async Task Without_the_filter_everybody_is_a_person()
    {
        _folder.Settings["spamFilter"] = false;

        Assert.Equal("joe@home.example", await PeopleAsync(MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "b", more: Doubtful)));
    }

    private async Task<string> PeopleAsync(params string[] mails)
    {
        _folder.Write("inbox", MailFolder.Mbox(mails));
        return Keys(await _folder.ReadAsync("people"));
    }

    private static string Keys(MessageCollector read) => string.Join(' ', read.People.Select(p => p.Key));
}
