using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace IntegrationHub.Integration.Tests.Collecting;

/// <summary>What senders may rely on, and what strangers get.</summary>
public sealed class CollectTests : IAsyncLifetime
{
    private readonly CollectServer _server = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_was_answered_with_success_is_there_after_the_server_was_killed_in_the_middle()
    {
        const int Senders = 8;
        var answered = new ConcurrentBag<string>();
        using var kill = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; !kill.IsCancellationRequested; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"m-{sender}-{i}");
                try
                {
                    using var answer = await _server.PostAsync("/v1/track", $$"""{"userId":"cust-1","event":"Seen","messageId":"{{id}}"}""");
                    if (answer.StatusCode == HttpStatusCode.OK)
                    {
                        answered.Add(id);
                    }
                }
                catch (HttpRequestException)
                {
                    return; // the server is gone; nobody was promised anything
                }
            }
        })).ToList();
        for (var i = 0; answered.Count < 200 && i < 600; i++)
        {
            await Task.Delay(50, Cancelled);
        }

        await _server.KillAsync();
        await kill.CancelAsync();
        await Task.WhenAll(senders);
        await _server.StartAsync();
        using (await _server.PostAsync("/v1/identify", """{"userId":"cust-1","traits":{"email":"ada@cust.example"}}"""))
        {
            var (_, timeline) = await _server.CustomerAsync("ada@cust.example", interactions: Math.Min(answered.Count, 1000));
            var stored = timeline.EnumerateArray().Select(i => i.GetProperty("key").GetString()!).ToList();

            Assert.InRange(answered.Count, 200, 1000);
            Assert.Empty(answered.Except(stored, StringComparer.Ordinal));
            Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task Strangers_find_nothing_and_other_sources_are_no_receivers()
    {
        await Cli.CrmShell.AddCrmAsync(_server.Shell);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/v1/collect/none/v1/track"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/v1/collect/crm/v1/track"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/v1/collect/web/v1/track"));
        using var large = await _server.PostAsync("/v1/track", new string(' ', 1_100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task A_source_that_is_pushed_to_is_checked_without_reading_and_left_out_when_all_are_read()
    {
        await Cli.CrmShell.AddCrmAsync(_server.Shell);

        Assert.Contains("/v1/collect/web/", (await _server.Shell.DoAsync("source", "check", "web")).Out, StringComparison.Ordinal);
        var runs = (await _server.Shell.DoAsync("sync", "run", "--all", "--json")).Json().GetProperty("runs");
        Assert.Equal("crm", Assert.Single(runs.EnumerateArray()).GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("https://elsewhere.example", null)]
    public async Task A_browser_is_told_whether_its_page_may_send(string origin, string? allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, _server.Collect + "/v1/track");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var answer = await _server.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null);
        Assert.Equal(allowed is not null, answer.Headers.Contains("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task Another_key_counts_at_once_and_the_run_counts_what_came()
    {
        const string Call = """{"userId":"cust-1","event":"Seen","messageId":"m-1","timestamp":"2026-11-21T23:26:01Z"}""";
        using var first = await _server.PostAsync("/v1/track", Call);
        using var again = await _server.PostAsync("/v1/track", Call);
        await _server.Shell.DoAsync("source", "set", "web", "--set", "writeKey=WK_NEW");
        await Task.Delay(TimeSpan.FromSeconds(1.2), Cancelled);
        using var old = await _server.PostAsync("/v1/track", Call);
        using var changed = await _server.PostAsync("/v1/track", Call, "WK_NEW");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK], [first.StatusCode, again.StatusCode, old.StatusCode, changed.StatusCode]);
        await _server.Shell.DoAsync("sync", "retry-quarantine", "web"); // takes the lease, so the receiver's run ends here
        var runs = (await _server.Shell.DoAsync("sync", "list", "--json")).Json();
        var run = runs.EnumerateArray().Single(r => r.ToString().Contains("push", StringComparison.Ordinal));
        Assert.Equal((3, 1, 2), (Count(run, "read"), Count(run, "new"), Count(run, "unchanged")));
        Assert.Contains("requests refused: 1", run.ToString(), StringComparison.Ordinal);
        using var after = await _server.PostAsync("/v1/track", Call, "WK_NEW");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static int Count(JsonElement run, string name) => run.GetProperty("streams").GetProperty("events").GetProperty(name).GetInt32();

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var body = new StringContent("""{"userId":"cust-1","event":"Seen"}""");
        using var answer = await _server.Client.PostAsync(new Uri(_server.Url, path), body, Cancelled);
        return answer.StatusCode;
    }
}
