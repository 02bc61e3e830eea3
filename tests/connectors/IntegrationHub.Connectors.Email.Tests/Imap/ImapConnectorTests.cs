using System.Diagnostics;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

public sealed class ImapConnectorTests : IAsyncLifetime
{
    private readonly ImapBox _box = new();

    public ValueTask InitializeAsync() => _box.InitializeAsync();

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    [Fact]
    public async Task Inbox_and_sent_mail_make_people_and_a_thread_with_direction_and_response_time()
    {
        _box.Deliver(
            MailFolder.Mail("Ann <Ann@Home.example>", "info@shop.example", "a", "Hello\n\nThanks\nAnn Bell\nCell: 402-555-0144"),
            MailFolder.Mail("\"Bell, Ann\" <ann@home.example>", "info@shop.example", "c", more: "References: <a@x.example> <b@x.example>\n"));
        _box.DeliverTo("Sent", MailFolder.Mail("Shop <shop@other.example>", "ann@home.example, Joe Doe <joe@home.example>", "b", more: "In-Reply-To: <a@x.example>\n")
            .Replace("10:00:00", "11:30:00", StringComparison.Ordinal));

        var read = await _box.ReadAsync();

        Assert.Equal("people mails", string.Join(' ', read.CompletedStreams));
        Assert.Equal("ann@home.example joe@home.example", string.Join(' ', read.People.Select(p => p.Key)));
        Assert.Equal(
            [("email", "ann@home.example", null), ("name.full", "Ann Bell", null), ("phone", "402-555-0144", "Cell: 402-555-0144")],
            read.People.First().Fields.Select(f => (f.Field, f.Value, f.Evidence)));
        Assert.Equal(
            [
                ("a@x.example", "in", "ann@home.example", "a@x.example", null),
                ("b@x.example#ann@home.example", "out", "ann@home.example", "a@x.example", 5400),
                ("b@x.example#joe@home.example", "out", "joe@home.example", "a@x.example", 5400),
                ("c@x.example", "in", "ann@home.example", "a@x.example", (long?)null),
            ],
            read.Interactions.OrderBy(i => i.Key, StringComparer.Ordinal)
                .Select(i => (i.Key, i.Direction, i.PersonKey, (string?)i.Details["threadId"], (long?)i.Details["responseSeconds"])));
    }

    [Fact]
    public async Task Later_reads_give_new_mails_and_the_whole_record_of_whom_they_touch()
    {
        _box.Deliver(
            MailFolder.Mail("Ann Bell <ann@home.example>", "info@shop.example", "a", "Hello\n\n-- \nAnn Bell\nCell: 402-555-0144"),
            MailFolder.Mail("Joe Doe <joe@home.example>", "info@shop.example", "b"));
        var first = await _box.ReadAsync();
        var idle = await _box.ReadAsync(after: first);
        _box.Deliver(MailFolder.Mail("ann@home.example", "info@shop.example", "c", "Again\n\n-- \nAnn Bell\nTel: 402-555-0155"));

        var second = await _box.ReadAsync(after: first);

        Assert.Empty(idle.People);
        Assert.Empty(idle.Interactions);
        Assert.Equal("c@x.example", Assert.Single(second.Interactions).Key);
        var ann = Assert.Single(second.People);
        Assert.Equal("ann@home.example, Ann Bell, 402-555-0144, 402-555-0155", string.Join(", ", ann.Fields.Select(f => f.Value)));
        var whole = (await _box.ReadAsync()).People.Single(p => p.Key == ann.Key);
        Assert.Equal(MessageText.Of(whole), MessageText.Of(ann));
    }

    [Fact]
    public async Task A_new_uid_validity_makes_the_folder_be_read_again_under_the_same_keys()
    {
        _box.Deliver(MailFolder.Mail("Ann Bell <ann@home.example>", "info@shop.example", "a"), MailFolder.Mail("joe@home.example", "info@shop.example", "b"));
        var first = await _box.ReadAsync();
        _box.Server.ForgetUids();

        var second = await _box.ReadAsync(after: first);

        Assert.Equal(first.Interactions.Select(MessageText.Of), second.Interactions.Select(MessageText.Of));
        Assert.Equal(first.People.Select(MessageText.Of), second.People.Select(MessageText.Of));
    }

    [Fact]
    public async Task Folders_are_chosen_by_use_and_by_pattern_with_names_of_any_script()
    {
        foreach (var folder in (string[])["Junk", "Kunden/M&APw-ller", "Kunden/&U,BTFw-", "Kunden/Alt"])
        {
            _box.DeliverTo(folder, MailFolder.Mail($"c{folder.Length}@home.example", "info@shop.example", $"m{folder.Length}"));
        }

        var usual = await _box.ReadAsync("mails");
        var settings = _box.Settings;
        settings["folders"] = "Kunden/*";
        settings["excludeFolders"] = "*/alt";
        var chosen = await _box.ReadAsync("mails", settings: settings);
        var check = await new ImapConnector().CheckAsync(settings, ImapBox.Context, TestContext.Current.CancellationToken);

        Assert.Equal("m10@x.example m17@x.example m15@x.example", string.Join(' ', usual.Interactions.Select(i => i.Key)));
        Assert.Equal("m17@x.example m15@x.example", string.Join(' ', chosen.Interactions.Select(i => i.Key)));
        Assert.Contains(check.Warnings, w => w.Contains("Kunden/Alt", StringComparison.Ordinal) && w.Contains("Junk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bounce_makes_the_address_bad_until_its_owner_writes()
    {
        _box.DeliverTo("Sent", MailFolder.Mail("info@shop.example", "Ann <ann@home.example>, Joe <joe@home.example>", "a"));
        _box.Deliver(Mails.Bounce("ann@home.example", "5.1.1"), Mails.OldBounce("joe@home.example"), Mails.Bounce("stranger@home.example", "5.1.1"));

        var first = await _box.ReadAsync();
        _box.Deliver(MailFolder.Mail("joe@home.example", "info@shop.example", "z").Replace("5 Feb", "9 Feb", StringComparison.Ordinal));
        var second = await _box.ReadAsync(after: first);

        Assert.Equal("ann@home.example: 5.1.1; joe@home.example: 5.1.1", string.Join("; ", first.Interactions.Where(i => i is { Type: "bounce", PersonKey: not "stranger@home.example" }).Select(i => $"{i.PersonKey}: {i.Details["status"]}")));
        Assert.Equal(["bounced", "bounced"], first.People.Select(p => p.Fields.Single(f => f.Field == "attribute:emailStatus").Value));
        Assert.DoesNotContain(Assert.Single(second.People).Fields, f => f.Field == "attribute:emailStatus");
    }

    [Theory]
    [InlineData("info@shop.example", "unsubscribe", "")]
    [InlineData("info+unsubscribe@shop.example", "x", "")]
    [InlineData("info@shop.example", "Your offer", "please remove me from your list\n\n> Big sale\n")]
    public async Task A_request_to_unsubscribe_withdraws_the_consent(string to, string subject, string body)
    {
        _box.Deliver(
            MailFolder.Mail("ann@home.example", to, "a", body).Replace("About a", subject, StringComparison.Ordinal),
            MailFolder.Mail("joe@home.example", "info@shop.example", "b", "How do I unsubscribe from the newsletter? I also have a question."));

        var consent = Assert.Single((await _box.ReadAsync("mails")).Consents);

        Assert.Equal(
            ("ann@home.example", "people", "email/marketing", ConsentStatus.Withdrawn, "Mail a@x.example asks for it."),
            (consent.PersonKey, consent.PersonStream, $"{consent.Channel}/{consent.Purpose}", consent.Status, consent.Proof));
    }

    [Fact]
    public async Task A_read_may_die_anywhere()
    {
        // Three windows of mails and two batches of people, so that there are checkpoints to die between.
        _box.Deliver(Enumerable.Range(0, 1_060).Select(i => MailFolder.Mail($"Customer <c{i % 260}@home.example>", "info@shop.example", $"{i}")).ToArray());
        _box.DeliverTo("Sent", Enumerable.Range(0, 9).Select(i => MailFolder.Mail("info@shop.example", $"c{i}@home.example", $"s{i}", more: $"In-Reply-To: <{i}@x.example>\n")).ToArray());
        _box.Deliver("\n\nno header at all\n", Mails.Bounce("c3@home.example", "5.1.1"));

        var report = await ResumeCheck.RunAsync(
            () => new ImapConnector(), _box.Settings, ImapBox.Request("people mails"), ImapBox.Context, every: 163, TestContext.Current.CancellationToken);

        Assert.True(report.Cuts >= 8);
    }

    [Fact]
    public async Task A_run_that_waits_hands_over_mail_as_it_arrives()
    {
        var settings = _box.Settings;
        settings["waitForNews"] = 10;
        _box.Deliver(MailFolder.Mail("ann@home.example", "info@shop.example", "a"));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromSeconds(30));
        var keys = new List<string>();
        Task? delivery = null;
        long deliveredAt = 0;
        var delay = TimeSpan.MaxValue;
        var context = new Sdk.ConnectorContext { SourceName = "mail" };
        try
        {
            await foreach (var message in new ImapConnector().ReadAsync(settings, ImapBox.Request("mails"), context, enough.Token))
            {
                if (message is InteractionRecord mail)
                {
                    keys.Add(mail.Key);
                    delay = Stopwatch.GetElapsedTime(deliveredAt);
                }
                else if (message is Checkpoint && keys.Count == 1)
                {
                    delivery ??= DeliverLaterAsync();
                }
                else if (message is Checkpoint && keys.Count == 2)
                {
                    await enough.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // As when an admin cancels a run that waits.
        }

        Assert.Equal("a@x.example b@x.example", string.Join(' ', keys));
        Assert.InRange(delay, TimeSpan.Zero, TimeSpan.FromSeconds(10)); // Pushed: the run asks by itself after minutes only.

        async Task DeliverLaterAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken); // So that the run waits by then.
            deliveredAt = Stopwatch.GetTimestamp();
            _box.Deliver(MailFolder.Mail("joe@home.example", "info@shop.example", "b"));
        }
    }
}
