using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class CardTests : IDisposable
{
    private readonly MailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Content-Type: text/vcard; charset=utf-8")]
    [InlineData("Content-Type: text/x-vcard; name=ann.vcf")]
    [InlineData("Content-Type: application/octet-stream; name=\"Ann Bell.VCF\"\nContent-Transfer-Encoding: base64")]
    public async Task A_card_of_the_writer_is_part_of_the_record_with_the_mail_as_evidence(string headers)
    {
        var content = headers.Contains("base64", StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(CardMails.Ann)) : CardMails.Ann;
        var ann = await ReadAsync(CardMails.With("A. Bell <ann@home.example>", "a", "Hello", (headers, content)));

        Assert.Equal(CardMails.AnnFields, string.Join(", ", ann.Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal([null, "Business card in mail a@x.example."], ann.Fields.Select(f => f.Evidence).Distinct());
    }

    [Fact]
    public async Task A_card_of_somebody_else_makes_nobody_and_says_nothing_of_the_writer()
    {
        var ann = await ReadAsync(CardMails.With("Ann Bell <ann@home.example>", "a", "Ask Joe.", ("Content-Type: text/vcard", CardMails.Joe)));

        Assert.Equal("email=ann@home.example, name.full=Ann Bell", string.Join(", ", ann.Fields.Select(f => $"{f.Field}={f.Value}")));
    }

    [Fact]
    public async Task A_card_without_an_address_is_the_writers_when_it_has_their_name()
    {
        var card = CardMails.Joe.Replace("EMAIL:joe@other.example\n", string.Empty, StringComparison.Ordinal);

        Assert.Contains(Phones(await ReadAsync(CardMails.With("Joe Doe <joe@home.example>", "a", "Hi", ("Content-Type: text/vcard", card)))), p => p == "402-555-0111");
        Assert.Empty(Phones(await ReadAsync(CardMails.With("Ann Bell <ann@home.example>", "a", "Hi", ("Content-Type: text/vcard", card)))));
    }

    [Fact]
    public async Task The_same_number_in_card_and_foot_is_one_and_a_newer_foot_goes_before_the_card()
    {
        const string Foot = "Hello\n\n-- \nAnn Bell\nBell & Sons Ltd.\nCell: +1 (402) 555-0144\nTel: 402-555-0177";
        var later = MailFolder.Mail("Ann Bell <ann@home.example>", "info@shop.example", "b", Foot).Replace("5 Feb", "7 Feb", StringComparison.Ordinal);

        var ann = await ReadAsync(CardMails.With("Ann Bell <ann@home.example>", "a", "Hello", ("Content-Type: text/vcard", CardMails.Ann)), later);

        Assert.Equal("+1 402 555 0144, 402-555-0177", string.Join(", ", Phones(ann)));
        Assert.Equal("Bell & Sons Ltd.", Assert.Single(ann.Fields, f => f.Field == PersonFields.Organization).Value);
    }

    [Theory]
    [InlineData("BEGIN:VCARD\nVERSION:3.0\nFN:Ann")]
    [InlineData("not a card")]
    [InlineData("BEGIN:VCARD\nVERSION:3.0\nKIND:group\nFN:Staff\nEMAIL:ann@home.example\nTEL:1\nEND:VCARD\n")]
    public async Task A_broken_card_costs_nothing_but_the_card(string card) =>
        Assert.Equal(2, (await ReadAsync(CardMails.With("Ann Bell <ann@home.example>", "a", "Hello", ("Content-Type: text/vcard", card)))).Fields.Count);

    private static IEnumerable<string> Phones(PersonRecord person) => person.Fields.Where(f => f.Field == PersonFields.Phone).Select(f => f.Value);

    private async Task<PersonRecord> ReadAsync(params string[] mails)
    {
        _folder.Write("inbox", MailFolder.Mbox(mails));
        return Assert.Single((await _folder.ReadAsync("people")).People);
    }
}
