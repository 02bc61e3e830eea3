using System.Diagnostics;
using System.Globalization;
using System.Text;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>Reads the public corpus of SpamAssassin (6,046 real mails of 2002, public domain) through a real server.</summary>
public sealed class RealMailTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string SpamUser = "crowd@shop.example";

    private readonly ImapBox _box = new();

    public ValueTask InitializeAsync() => _box.InitializeAsync();

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    [Fact]
    public async Task Real_mails_are_read_whole_and_a_second_read_says_nothing_new()
    {
        _box.Server.Deliver(((string[])["easy-ham-1", "easy-ham-2", "hard-ham-1"]).SelectMany(SpamAssassin.Read));
        var settings = Settings(DovecotServer.User);
        var start = Stopwatch.GetTimestamp();

        var read = await _box.ReadAsync(settings: settings);
        var again = await _box.ReadAsync(after: read, settings: settings);

        output.WriteLine($"4150 mails that are no spam: {Figures(read, start)}");
        Assert.Equal("people mails", string.Join(' ', read.CompletedStreams));
        Assert.Empty(again.People);
        Assert.Empty(again.Interactions);
        Assert.InRange(read.People.Count(), 80, 400);
        Assert.DoesNotContain(read.People, p => People.BulkRules.IsMachine(p.Key));
    }

    [Fact]
    public async Task Spam_makes_few_people_even_where_nothing_sorts_it_out_before()
    {
        _box.Server.Deliver(((string[])["spam-1", "spam-2"]).SelectMany(SpamAssassin.Read), user: SpamUser);
        var start = Stopwatch.GetTimestamp();

        var read = await _box.ReadAsync(settings: Settings(SpamUser));

        output.WriteLine($"1896 spam mails: {Figures(read, start)}");
        Assert.InRange(read.People.Count(), 0, 1896 * 13 / 100);
    }

    [Fact]
    public async Task Spam_makes_nobody_where_only_the_answered_become_people()
    {
        _box.Server.Deliver(((string[])["spam-1", "spam-2"]).SelectMany(SpamAssassin.Read), user: SpamUser);
        _box.Server.Deliver([Encoding.Latin1.GetBytes(MailFolder.Mail(SpamUser, "Ann <ann@home.example>", "a"))], "Sent", SpamUser);
        var settings = Settings(SpamUser);
        settings["onlyAnswered"] = true;

        var read = await _box.ReadAsync("people", settings: settings);

        Assert.Equal("ann@home.example", string.Join(' ', read.People.Select(p => p.Key)));
    }

    private JObject Settings(string user)
    {
        var settings = _box.Settings;
        settings["userName"] = user;
        settings["ownAddresses"] = SpamAssassin.OwnAddresses;
        return settings;
    }

    private static string Figures(MessageCollector read, long start) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {read.People.Count()} people, {read.Interactions.Count(i => i.Type == "mail")} mails, {read.Interactions.Count(i => i.Type == "bounce")} bounces, {read.Consents.Count()} consents, {read.Rejections.Count()} set aside, {read.People.Sum(p => p.Fields.Count(f => f.Field == "phone"))} phones");
}
