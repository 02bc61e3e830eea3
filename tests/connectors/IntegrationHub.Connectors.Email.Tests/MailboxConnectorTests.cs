using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class MailboxConnectorTests : IDisposable
{
    private readonly MailFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_emerges_from_several_mails_with_the_fullest_name_and_the_phone_of_the_foot()
    {
        _folder.Write("inbox", MailFolder.Mbox(
            MailFolder.Mail("Ann <Ann@Home.example>", "info@shop.example", "a", "Hello\n\nThanks\nAnn\nCell: 402-555-0144"),
            MailFolder.Mail("\"Bell, Ann\" <ann@home.example>", "info@shop.example", "b"),
            MailFolder.Mail("Shop <info@shop.example>", "Joe Doe <joe@home.example>", "c", "Shop\nTel 402-555-0100")));

        var read = await _folder.ReadAsync();

        Assert.Equal("ann@home.example joe@home.example", string.Join(' ', read.People.Select(p => p.Key)));
        Assert.Equal(
            [("email", "ann@home.example", null), ("name.full", "Ann Bell", null), ("phone", "402-555-0144", "Cell: 402-555-0144")],
            read.People.First().Fields.Select(f => (f.Field, f.Value, f.Evidence)));
        Assert.DoesNotContain(read.People.Last().Fields, f => f.Field == PersonFields.Phone);
    }

    [Fact]
    public async Task A_mail_becomes_an_interaction_of_its_counterpart()
    {
        _folder.Write("inbox", MailFolder.Mbox(
            MailFolder.Mail("Ann <ann@home.example>", "info@shop.example", "a", more: "References: <root@x> <mid@x>\n"),
            MailFolder.Mail("info@shop.example", "ann@home.example, joe@home.example, boss@shop.example", "b")));

        var read = await _folder.ReadAsync("mails");

        Assert.Equal(
            [
                ("a@x.example", "in", "ann@home.example", "root@x"),
                ("b@x.example#ann@home.example", "out", "ann@home.example", "b@x.example"),
                ("b@x.example#joe@home.example", "out", "joe@home.example", "b@x.example"),
            ],
            read.Interactions.Select(i => (i.Key, i.Direction, i.PersonKey, (string?)i.Details["threadId"])));
        var mail = read.Interactions.First();
        Assert.Equal(
            ("mail", "email", "About a", "people", new DateTimeOffset(2026, 2, 5, 9, 0, 0, TimeSpan.Zero)),
            (mail.Type, mail.Channel, mail.Title, mail.PersonStream, mail.OccurredAt));
    }

    [Fact]
    public async Task An_answer_tells_the_time_since_the_mail_it_answers_in_whatever_order_they_lie_and_are_read()
    {
        _folder.Write("a-sent", MailFolder.Mbox(
            MailFolder.Mail("info@shop.example", "ann@home.example", "b", more: "In-Reply-To: <a@x.example>\n").Replace("10:00:00", "11:30:00", StringComparison.Ordinal),
            MailFolder.Mail("info@shop.example", "ann@home.example", "d", more: "In-Reply-To: <b@x.example>\n").Replace("10:00:00", "12:00:00", StringComparison.Ordinal),
            MailFolder.Mail("info@shop.example", "ann@home.example", "e", more: "In-Reply-To: <f@x.example>\n")));
        _folder.Write("inbox", MailFolder.Mbox(
            MailFolder.Mail("ann@home.example", "info@shop.example", "a"),
            MailFolder.Mail("ann@home.example", "info@shop.example", "f").Replace("5 Feb", "5 Jan", StringComparison.Ordinal)));
        var first = await _folder.ReadAsync("mails");
        _folder.Append("inbox", MailFolder.Mbox(
            MailFolder.Mail("ann@home.example", "info@shop.example", "c", more: "References: <a@x.example> <b@x.example>\n").Replace("10:00:00", "11:31:00", StringComparison.Ordinal)));

        var second = await _folder.ReadAsync("mails", MailFolder.LastState(first));

        static string Times(MessageCollector read) => string.Join(' ', read.Interactions.Select(i => $"{i.Key[0]}:{i.Details["responseSeconds"]}"));
        Assert.Equal("b:5400 d: e: a: f:", Times(first)); // Nobody answers their own mail, nor one of a month ago.
        Assert.EndsWith("c:60", Times(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("List-Unsubscribe: <mailto:u@x>")]
    [InlineData("Precedence: bulk")]
    [InlineData("Auto-Submitted: auto-replied (vacation)")]
    [InlineData("Return-Path: <>")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Content-Type: multipart/report; boundary=x")]
    public async Task Bulk_and_automatic_mail_makes_nobody(string header)
    {
        _folder.Write("inbox", MailFolder.Mbox(MailFolder.Mail("ann@home.example", "info@shop.example", "a", more: header + "\n")));

        var read = await _folder.ReadAsync();

        Assert.Empty(read.People);
        Assert.Empty(read.Interactions);
        Assert.Equal("people mails", string.Join(' ', read.CompletedStreams));
    }

    [Fact]
    public async Task A_blast_makes_no_people_of_its_recipients()
    {
        var many = string.Join(", ", Enumerable.Range(0, 21).Select(i => $"c{i}@home.example"));
        _folder.Write("sent", MailFolder.Mbox(MailFolder.Mail("info@shop.example", many, "a")));

        Assert.Empty((await _folder.ReadAsync()).People);
    }

    [Fact]
    public async Task Escaped_From_lines_and_CRLF_belong_to_the_body()
    {
        var mail = MailFolder.Mail("ann@home.example", "info@shop.example", "a", "one\n\n>From here on\n\nFrom there 10:30 on\n\n-- \nAnn\nTel 402-555-0144");
        _folder.Write("inbox", MailFolder.Mbox(mail, MailFolder.Mail("joe@home.example", "info@shop.example", "b")).Replace("\n", "\r\n", StringComparison.Ordinal));

        var read = await _folder.ReadAsync();

        Assert.Equal(2, read.Interactions.Count());
        Assert.Contains(read.People.First().Fields, f => f.Value == "402-555-0144");
    }

    [Fact]
    public async Task A_broken_mail_is_set_aside_by_file_and_position_and_the_rest_is_read()
    {
        _folder.Write("inbox", MailFolder.Mbox("no header at all\n", MailFolder.Mail("ann@home.example", "info@shop.example", "b")));

        var read = await _folder.ReadAsync();

        var rejection = Assert.Single(read.Rejections);
        Assert.Equal("Mail at byte 0 of 'inbox' was left out: it has no header lines.", rejection.Reason);
        Assert.Single(read.Interactions);
    }

    [Fact]
    public async Task Appended_mails_are_read_from_where_the_last_read_stopped()
    {
        _folder.Write("inbox", MailFolder.Mbox(Mails(0, 50)));
        var state = MailFolder.LastState(await _folder.ReadAsync("mails"));
        Assert.Empty((await _folder.ReadAsync("mails", state)).Interactions);

        _folder.Append("inbox", MailFolder.Mbox(Mails(50, 3)));
        var read = await _folder.ReadAsync("mails", state);

        Assert.Equal("49@x.example 50@x.example 51@x.example 52@x.example", string.Join(' ', read.Interactions.Select(i => i.Key)));
    }

    [Fact]
    public async Task A_rewritten_mbox_is_read_again_whole()
    {
        _folder.Write("inbox", MailFolder.Mbox(Mails(0, 50)));
        var state = MailFolder.LastState(await _folder.ReadAsync("mails"));

        _folder.Write("inbox", MailFolder.Mbox(Mails(10, 60)), MailFolder.Now);

        Assert.Equal(60, (await _folder.ReadAsync("mails", state)).Interactions.Count());
    }

    [Fact]
    public async Task A_Maildir_gives_its_new_mails_and_those_of_the_last_minutes()
    {
        _folder.MakeMaildir("box");
        var old = MailFolder.Now.AddDays(-3);
        _folder.Write("box/cur/1.a:2,S", MailFolder.Mail("ann@home.example", "info@shop.example", "a"), old);
        _folder.Write("box/new/2.b", MailFolder.Mail("joe@home.example", "info@shop.example", "b"), old.AddDays(1));
        var state = MailFolder.LastState(await _folder.ReadAsync());
        _folder.Write("box/new/0.c", MailFolder.Mail("eve@home.example", "info@shop.example", "c"), old.AddDays(2));

        var read = await _folder.ReadAsync(state: state);

        Assert.Equal("c@x.example b@x.example", string.Join(' ', read.Interactions.Select(i => i.Key)));
        Assert.Equal(3, read.People.Count());
    }

    [Fact]
    public async Task A_mail_that_arrives_during_an_interrupted_pass_is_not_lost()
    {
        _folder.MakeMaildir("box");
        for (var i = 1; i <= 1500; i++)
        {
            _folder.Write($"box/cur/5{MailFolder.Number(i)}.x:2,S", MailFolder.Mail("ann@home.example", "info@shop.example", $"m{i}"));
        }

        var request = MailFolder.Request("mails");
        var first = await MessageCollector.ReadAsync(
            new MailboxConnector(), _folder.Full(_folder.Settings), request, MailFolder.Context, messagesMax: 1_200, TestContext.Current.CancellationToken);
        _folder.Write("box/new/1.late", MailFolder.Mail("joe@home.example", "info@shop.example", "late"), MailFolder.Now.AddMinutes(1));
        var second = await _folder.ReadAsync("mails", MailFolder.LastState(first));

        Assert.Contains(second.Interactions, i => i.Key == "late@x.example");
        Assert.Equal(501, second.Interactions.Count());
    }

    [Fact]
    public async Task A_read_may_die_anywhere()
    {
        _folder.Write("a/inbox", MailFolder.Mbox(Mails(0, 1_300).Append("broken")));
        _folder.Write("b/1.eml", MailFolder.Mail("joe@home.example", "info@shop.example", "x1"));
        _folder.Write("b/2.eml", MailFolder.Mail("eve@home.example", "info@shop.example", "x2"));

        var report = await ResumeCheck.RunAsync(
            () => new MailboxConnector(), _folder.Full(_folder.Settings), MailFolder.Request("people mails"), MailFolder.Context, every: 397, TestContext.Current.CancellationToken);

        Assert.True(report.Cuts >= 6);
    }

    [Fact]
    public async Task The_check_says_what_it_found_and_which_own_addresses_it_guessed()
    {
        _folder.Settings.Remove("ownAddresses");
        _folder.Write("inbox", MailFolder.Mbox(Mails(0, 5)));
        _folder.Write("Junk", MailFolder.Mbox(Mails(5, 5)));

        var result = await new MailboxConnector().CheckAsync(_folder.Full(_folder.Settings), MailFolder.Context, TestContext.Current.CancellationToken);

        Assert.Equal(
            "Found 1 mbox files, 0 Maildir folders, 0 folders or files of single mails; of the first 5 mails, 0 are bulk, 0 look like advertising and 0 come from strangers and are in doubt; they make no people.", result.Message);
        Assert.Contains(result.Warnings, w => w.Contains("info@shop.example", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.Contains("Junk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_without_mail_is_a_matter_of_the_setting()
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => new MailboxConnector().CheckAsync(_folder.Full(_folder.Settings), MailFolder.Context, TestContext.Current.CancellationToken));

        Assert.Equal((FailureKind.Configuration, "path"), (failure.Kind, failure.Setting));
    }

    [Fact]
    public void Beyond_the_limit_of_people_one_rejection_says_so()
    {
        var people = new People.PeopleCollector(peopleMax: 2, People.Admission.Everyone);
        foreach (var address in (string[])["a@x.example", "b@x.example", "c@x.example", "a@x.example"])
        {
            people.See(address, null, MailFolder.Now);
        }

        Assert.Equal(2, people.Records("people").Count());
        Assert.Contains("1 mentions", people.Rejection("people")?.Reason, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Mails(int from, int count) =>
        Enumerable.Range(from, count).Select(i => MailFolder.Mail($"Customer <customer.{i}@home.example>", "info@shop.example", $"{i}"));
}
