using IntegrationHub.Connectors.Email.Mailchimp;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.Email.Tests.Mailchimp.MailchimpStub;

namespace IntegrationHub.Connectors.Email.Tests.Mailchimp;

public sealed class MailchimpReadingTests
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Members_that_change_while_the_list_is_read_push_nobody_over_the_edge_of_a_page()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        var all = Enumerable.Range(1, 40).ToList();
        all.ForEach(i => mailchimp.AddMember("L1", $"m{i}", i));

        // After each answer two members that were read move to the end of the list.
        var moved = 0;
        mailchimp.Meanwhile = () =>
        {
            if (moved < 10)
            {
                mailchimp.AddMember("L1", $"m{++moved}", 1000 + moved);
                mailchimp.AddMember("L1", $"m{++moved}", 1000 + moved);
            }
        };

        var keys = (await mailchimp.ReadAsync(Full("people"))).People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(all.Select(i => $"L1:m{i}").Except(keys, StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_members_of_one_second_than_a_page_holds_are_read_once_each()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        for (var i = 0; i < 30; i++)
        {
            mailchimp.AddMember("L1", $"m{i:00}", i < 25 ? 7 : 8);
        }

        var keys = (await mailchimp.ReadAsync(Full("people"))).People.Select(p => p.Key).ToList();

        Assert.Equal(30, keys.Count);
        Assert.Equal(30, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_next_read_brings_changes_archived_members_and_the_whole_of_a_new_audience()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L2");
        mailchimp.AddMember("L2", "old", 10);
        mailchimp.AddMember("L2", "newest", 1000);
        mailchimp.AddMember("L2", "leaves", 20);
        var last = (await mailchimp.ReadAsync(Full("people"))).Checkpoints.Last();
        mailchimp.AddMember("L2", "leaves", 1001, new JObject { ["status"] = "archived" });
        mailchimp.AddMember("L2", "comes", 1000);
        mailchimp.AddAudience("L1");
        mailchimp.AddMember("L1", "imported", 5);

        var read = await mailchimp.ReadAsync(Next("people", last, Overlap));

        Assert.Equal("L1:imported L2:newest L2:comes", string.Join(' ', read.People.Select(p => p.Key)));
        Assert.Equal("L2:leaves", Assert.Single(read.Deletions).Key);
        Assert.Equal(MailchimpJson.Time(At(1001)), read.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task A_full_read_leaves_out_who_is_archived_or_deleted_and_keeps_archived_ones_when_told_to()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.AddMember("L1", "stays", 1);
        mailchimp.AddMember("L1", "archived", 2, new JObject { ["status"] = "archived" });
        mailchimp.AddMember("L1", "deleted", 3);
        mailchimp.Remove("L1", "deleted");
        var keep = mailchimp.Settings;
        keep["keepArchived"] = true;

        Assert.Equal("L1:stays", Assert.Single((await mailchimp.ReadAsync(Full("people"))).People).Key);
        Assert.Equal("L1:stays L1:archived", string.Join(' ', (await mailchimp.ReadAsync(keep, Full("people"))).People.Select(p => p.Key)));
    }

    [Fact]
    public async Task An_audience_read_first_misses_nothing_that_changed_while_another_was_read()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.AddAudience("L2");
        mailchimp.AddMember("L1", "a", 10);
        mailchimp.AddMember("L2", "b", 500);
        mailchimp.Meanwhile = () =>
        {
            // L1 is done by now; L2's newest change is hours later than this one.
            if (mailchimp.Server.Requests[^1].Path.EndsWith("/lists/L2/merge-fields", StringComparison.Ordinal))
            {
                mailchimp.AddMember("L1", "late", 60);
            }
        };
        var last = (await mailchimp.ReadAsync(Full("people"))).Checkpoints.Last();

        Assert.Contains("L1:late", (await mailchimp.ReadAsync(Next("people", last, Overlap))).People.Select(p => p.Key));
    }

    [Fact]
    public async Task A_campaign_is_read_again_until_its_window_is_over_and_then_no_more()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.AddCampaign("old", "L1", Now.AddDays(-30), "m1");
        var activity = mailchimp.AddCampaign("young", "L1", Now.AddDays(-3), "m1");
        var last = (await mailchimp.ReadAsync(Full("campaigns"))).Checkpoints.Last();
        Act(activity, "m1", "open", Now.AddHours(-1));

        var next = await mailchimp.ReadAsync(Next("campaigns", last));

        Assert.Equal(Now.AddDays(-30), last.Cursor);
        Assert.Equal("young:m1:opened young:m1:sent", string.Join(' ', next.Interactions.Select(i => i.Key)));
        Assert.Equal(last.Cursor, next.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task Killed_and_resumed_anywhere_nobody_who_clicked_is_said_not_to_have_opened()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        var activity = mailchimp.AddCampaign("c1", "L1", Now.AddDays(-30), [.. Enumerable.Range(1, 14).Select(i => $"m{i:00}")]);
        Act(activity, "m01", "click", Now.AddDays(-29), new JObject { ["url"] = "https://shop.example/" });
        Act(activity, "m14", "open", Now.AddDays(-28));

        var report = await ResumeCheck.RunAsync(
            () => new MailchimpConnector(), mailchimp.Settings, RequestOf(Full("campaigns")), mailchimp.Context, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Theory]
    [InlineData(401, "API Key Invalid", FailureKind.Configuration, "apiKey")]
    [InlineData(403, "Forbidden", FailureKind.Configuration, "apiKey")]
    [InlineData(404, "Resource Not Found", FailureKind.Configuration, "audiences")]
    [InlineData(400, "Bad Request", FailureKind.Defect, null)]
    public async Task A_refusal_names_the_setting_and_repeats_no_detail(int status, string title, FailureKind kind, string? setting)
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.Server.On("GET", "/3.0/lists/L1/members", _ => Problem(status, title, "about jane.doe@cust.example"));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => mailchimp.ReadAsync(Full("people")));

        Assert.Equal((kind, setting), (failure.Kind, failure.Setting));
        Assert.DoesNotContain("jane.doe", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_connections_too_many_is_waited_for()
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        mailchimp.Server.On("GET", "/3.0/lists/L1/members", _ =>
            Problem(429, "Too Many Requests", "You have exceeded the limit of 10 simultaneous connections.").With("Retry-After", "900"));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => mailchimp.ReadAsync(Full("people")));

        Assert.Equal((FailureKind.Transient, TimeSpan.FromMinutes(15)), (failure.Kind, failure.RetryAfter!.Value));
    }

    [Theory]
    [InlineData("audiences", "Nobody", "audiences", "L1 (Newsletter)")]
    [InlineData("mergeFields", "FNAME=first name", "mergeFields", "TAG=field")]
    [InlineData("baseUrl", null, "apiKey", "data centre")]
    public async Task The_check_names_a_wrong_setting(string setting, string? value, string named, string words)
    {
        await using var mailchimp = await StartAsync();
        mailchimp.AddAudience("L1");
        var settings = mailchimp.Settings;
        settings[setting] = value;
        settings["apiKey"] = value is null ? "canary-without-centre" : Key;

        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => new MailchimpConnector().CheckAsync(settings, mailchimp.Context, TestContext.Current.CancellationToken));

        Assert.Equal(named, failure.Setting);
        Assert.Contains(words, failure.Message + failure.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_tells_the_data_centre() => Assert.Equal(
        new Uri("https://us6.api.mailchimp.com/3.0/"), DataCentre.AddressFor(new MailchimpSettings { ApiKey = new Sdk.Settings.Secret(Key) }));
}
