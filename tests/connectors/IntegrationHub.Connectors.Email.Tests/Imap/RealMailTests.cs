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
    public async Task Real_mails_make_people_of_who_writes_personally_and_a_second_read_says_nothing_new()
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
        Assert.DoesNotContain(read.People, p => People.BulkRules.IsMachine(p.Key));

        var usual = read.People.Select(p => p.Key).ToList();
        var answered = (await ReadAsync(DovecotServer.User, "onlyAnswered", true)).People.Count();
        var everyone = (await ReadAsync(DovecotServer.User, "spamFilter", false)).People.Count();
        output.WriteLine($"{usual.Count} people by default, {answered} with onlyAnswered, {everyone} without the filter");
        Assert.InRange(usual.Count, 40, 60);
        Assert.InRange(answered, 15, usual.Count);
        Assert.InRange(everyone, 150, 250);
        Assert.Contains(usual, a => a.EndsWith("@acm.org", StringComparison.Ordinal)); // A stranger reports a bug.
        Assert.Contains(usual, a => a.EndsWith("@cns.mpg.de", StringComparison.Ordinal)); // A stranger asks for help.
    }

    [Fact]
    public async Task Spam_makes_hardly_anybody_by_default_and_nobody_where_only_the_answered_become_people()
    {
        _box.Server.Deliver(((string[])["spam-1", "spam-2"]).SelectMany(SpamAssassin.Read), user: SpamUser);
        _box.Server.Deliver([Encoding.Latin1.GetBytes(MailFolder.Mail(SpamUser, "Ann <ann@home.example>", "a"))], "Sent", SpamUser);
        var start = Stopwatch.GetTimestamp();

        var usual = await _box.ReadAsync(settings: Settings(SpamUser));

        var everyone = (await ReadAsync(SpamUser, "spamFilter", false)).People.Count();
        output.WriteLine($"1896 spam mails and one that was sent: {Figures(usual, start)}; {everyone} people without the filter");
        Assert.InRange(usual.People.Count(), 1, 1 + 9);
        Assert.Equal("ann@home.example", string.Join(' ', (await ReadAsync(SpamUser, "onlyAnswered", true)).People.Select(p => p.Key)));
        Assert.InRange(everyone, 1_500, 2_500);
    }

    private async Task<MessageCollector> ReadAsync(string user, string setting, bool value)
    {
        var settings = Settings(user);
        settings[setting] = value;
        return await _box.ReadAsync("people", settings: settings);
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
