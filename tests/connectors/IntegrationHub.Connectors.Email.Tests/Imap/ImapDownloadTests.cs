using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>What comes over the line: headers, texts by their beginning and business cards, never other files.</summary>
public sealed class ImapDownloadTests : IAsyncLifetime
{
    private const int FileBytes = 3_000_000;

    private readonly ImapBox _box = new();

    public ValueTask InitializeAsync() => _box.InitializeAsync();

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    [Fact]
    public async Task A_card_is_fetched_and_files_beside_it_are_not()
    {
        var file = string.Concat(Enumerable.Repeat(new string('A', 75) + "\n", FileBytes / 76));
        _box.Deliver(
            CardMails.With(
                "A. Bell <ann@home.example>",
                "a",
                "Hello",
                ("Content-Type: application/pdf; name=plan.pdf\nContent-Transfer-Encoding: base64", file),
                ("Content-Type: application/octet-stream; name=ann.vcf", CardMails.Ann)),
            CardMails.With(
                "Joe Doe <joe@home.example>",
                "b",
                "Hello",
                ("Content-Type: text/vcard; name=huge.vcf", CardMails.Joe.Replace("END:", $"NOTE:{file.ReplaceLineEndings("x")}\nEND:", StringComparison.Ordinal)),
                ("Content-Type: text/vcard", CardMails.Joe)));
        await using var proxy = new FaultyProxy(_box.Server.Port);
        var settings = _box.Settings;
        settings["host"] = "127.0.0.1";
        settings["port"] = proxy.Port;
        settings["security"] = "none";

        var read = await _box.ReadAsync(settings: settings);

        var ann = read.People.First();
        Assert.Equal(CardMails.AnnFields, string.Join(", ", ann.Fields.Select(f => $"{f.Field}={f.Value}")));
        Assert.Equal("Business card in mail a@x.example.", ann.Fields.Single(f => f.Field == PersonFields.JobTitle).Evidence);
        Assert.Equal("joe@home.example", read.People.Last().Key);
        Assert.Equal([2, 2], read.Interactions.Select(i => (int)i.Details["attachments"]!));
        Assert.InRange(proxy.BytesAnswered, 1_000, 30_000);
    }
}
