using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

/// <summary>Reads the public corpus of SpamAssassin (6,046 real mails of 2002, public domain) through a real server.</summary>
public sealed class RealMailTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly ImapBox _box = new();

    public ValueTask InitializeAsync() => _box.InitializeAsync();

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    [Fact]
    public async Task Real_mails_are_all_accounted_for_and_spam_makes_next_to_nobody()
    {
        var ham = await ReadAsync("easy-ham-1", "easy-ham-2", "hard-ham-1");
        var spam = await ReadAsync("spam-1", "spam-2");

        output.WriteLine($"ham {ham}; spam {spam}");
    }

    private async Task<string> ReadAsync(params string[] groups)
    {
        var mails = groups.SelectMany(SpamAssassin.Read).ToList();
        var user = groups[0].StartsWith("spam", StringComparison.Ordinal) ? "crowd@shop.example" : DovecotServer.User;
        _box.Server.Deliver(mails, user: user);
        var settings = _box.Settings;
        settings["userName"] = user;
        settings["ownAddresses"] = SpamAssassin.OwnAddresses;
        var start = Stopwatch.GetTimestamp();
        var read = await _box.ReadAsync(settings: settings);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{mails.Count} mails in {seconds:0.0} s, {read.People.Count()} people, {read.Interactions.Count(i => i.Type == "mail")} mails, {read.Interactions.Count(i => i.Type == "bounce")} bounces, {read.Consents.Count()} consents, {read.Rejections.Count()} set aside, {read.People.Sum(p => p.Fields.Count(f => f.Field == "phone"))} phones");
    }
}
