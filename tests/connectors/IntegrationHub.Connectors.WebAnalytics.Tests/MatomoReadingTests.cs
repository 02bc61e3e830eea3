using System.Net.Http.Headers;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.WebAnalytics.Tests.MatomoStub;

namespace IntegrationHub.Connectors.WebAnalytics.Tests;

public sealed class MatomoReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("people")]
    [InlineData("visits")]
    [InlineData("orders")]
    public async Task Resumed_after_any_message_nothing_is_lost(string stream)
    {
        await using var matomo = await WithVisitsAsync(16);

        var report = await ResumeCheck.RunAsync(() => new MatomoConnector(), matomo.Settings, RequestOf(Full(stream)), matomo.Context, cancellationToken: Token);

        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Token_goes_over_plain_http_to_another_machine_only_with_a_persons_word(bool isAllowed)
    {
        var context = new ConnectorContext { SourceName = "web", WrapHttp = _ => new EmptySite() };
        var settings = JObject.FromObject(new { url = "http://stats.shop.example/", token = "0123456789abcdef", siteId = 1, allowPlainHttp = isAllowed });

        var failure = await Record.ExceptionAsync(async () =>
        {
            var check = await new MatomoConnector().CheckAsync(settings, context, Token);
            Assert.Contains("without encryption", Assert.Single(check.Warnings), StringComparison.Ordinal);
        });

        Assert.Equal(isAllowed, failure is null);
        Assert.True(isAllowed || (failure is ConnectorException { Setting: "url" } refused && refused.NextStep!.Contains("allowPlainHttp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Visits_that_come_and_go_while_paging_make_no_gap_and_no_double()
    {
        await using var matomo = await WithVisitsAsync(20);
        var id = 20;
        matomo.Meanwhile = site =>
        {
            if (id < 26)
            {
                site.Add(MadeUp(++id));
                site.Add(MadeUp(++id));
            }
            else if (id == 26)
            {
                site.Remove(id++);
            }
        };

        var keys = (await matomo.ReadAsync(Full("visits"))).Interactions.Select(i => int.Parse(i.Key, null)).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(Enumerable.Range(1, 20).Except(keys));
    }

    [Fact]
    public async Task The_next_read_brings_what_came_during_the_last_one_and_the_bound_itself()
    {
        await using var matomo = await WithVisitsAsync(9);
        var first = await matomo.ReadAsync(Full("visits"));
        matomo.Add(MadeUp(10));

        var second = await matomo.ReadAsync(Next("visits", first.Checkpoints.Last()));

        Assert.Equal("10 9", string.Join(' ', second.Interactions.Select(i => i.Key)));
    }

    [Fact]
    public async Task A_read_without_news_keeps_the_cursor()
    {
        await using var matomo = await WithVisitsAsync(9);
        var first = (await matomo.ReadAsync(Full("orders"))).Checkpoints.Last();
        var later = Next("orders", first) with { Since = first.Cursor + TimeSpan.FromHours(1) };

        Assert.Equal(first.Cursor, (await matomo.ReadAsync(later)).Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task An_incremental_person_still_tells_of_the_devices_seen_before()
    {
        await using var matomo = await WithVisitsAsync(9);
        var first = await matomo.ReadAsync(Full("people"));
        var again = MadeUp(10);
        again["userId"] = "member-1";
        again["visitorId"] = "feedfeedfeedfeed";
        matomo.Add(again);

        var second = await matomo.ReadAsync(Next("people", first.Checkpoints.Last()));

        var devices = second.People.Single(p => p.Key == "user:member-1").Fields.Where(f => f.Field == "identifier:matomo-visitor").Select(f => f.Value);
        Assert.Equal("0000000000000001 0000000000000008 feedfeedfeedfeed", string.Join(' ', devices));
    }

    [Fact]
    public async Task Someone_who_comes_between_a_crash_and_the_resume_is_found_by_the_next_read()
    {
        await using var matomo = await WithVisitsAsync(16);
        var request = RequestOf(Full("people"));
        var died = await MessageCollector.ReadAsync(new MatomoConnector(), matomo.Settings, request, matomo.Context, messagesMax: 5, Token);
        var late = Enumerable.Range(100, 40).ToList();
        late.ForEach(id => matomo.Add(Renamed(id)));

        var resumed = await MessageCollector.ReadAsync(new MatomoConnector(), matomo.Settings, died.Resume(request)!, matomo.Context, cancellationToken: Token);
        var next = await matomo.ReadAsync(Next("people", resumed.Checkpoints.Last()));

        Assert.NotEmpty(died.Checkpoints);
        var found = died.People.Concat(resumed.People).Concat(next.People).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        Assert.All(late, id => Assert.Contains($"user:late-{id}", found));

        static Newtonsoft.Json.Linq.JObject Renamed(int id)
        {
            var visit = MadeUp(id);
            visit["userId"] = $"late-{id}";
            return visit;
        }
    }

    [Fact]
    public async Task Nothing_before_since_is_asked_for()
    {
        await using var matomo = await WithVisitsAsync(9);
        var settings = matomo.Settings;
        settings["since"] = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000 + (7 * 60)).ToString("O");

        var read = await MessageCollector.ReadAsync(new MatomoConnector(), settings, RequestOf(Full("visits")), matomo.Context, cancellationToken: Token);

        Assert.Equal("9 8 7", string.Join(' ', read.Interactions.Select(i => i.Key)));
    }

    [Fact]
    public async Task The_token_travels_in_the_body_only()
    {
        await using var matomo = await WithVisitsAsync(3);
        await matomo.ReadAsync(Full("people"), Full("visits"), Full("orders"));

        Assert.All(matomo.Server.Requests, r => Assert.Equal(("POST", string.Empty), (r.Method, r.QueryText)));
        Assert.DoesNotContain(matomo.Server.Requests, r => r.Headers.Values.Any(v => v.Contains(MatomoStub.Token, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("token", "wrong-canary", "token", "HTML page")]
    [InlineData("siteId", "2", "siteId", "no view access")]
    public async Task A_wrong_setting_is_named_and_no_secret_shown(string setting, string value, string named, string words)
    {
        await using var matomo = await WithVisitsAsync(3);
        var settings = matomo.Settings;
        settings[setting] = value;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new MatomoConnector().CheckAsync(settings, matomo.Context, Token));

        Assert.Equal((FailureKind.Configuration, named), (failure.Kind, failure.Setting));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_with_status_200_is_an_error()
    {
        await using var matomo = await WithVisitsAsync(3);
        matomo.Server.On("POST", "/stats/index.php", _ => StubResponse.JsonText("""{"result":"error","message":"The method 'x' does not exist"}"""));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => matomo.ReadAsync(Full("visits")));

        Assert.Equal("url", failure.Setting);
    }

    [Fact]
    public async Task The_check_says_when_nobody_is_identified()
    {
        await using var matomo = await WithVisitsAsync(0);
        matomo.Add(MadeUp(3));

        var result = await new MatomoConnector().CheckAsync(matomo.Settings, matomo.Context, Token);

        Assert.Contains("setUserId", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    private sealed class EmptySite : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("[]", new MediaTypeHeaderValue("application/json")), RequestMessage = request });
    }
}
