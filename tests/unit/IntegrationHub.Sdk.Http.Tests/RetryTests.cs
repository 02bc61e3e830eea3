using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class RetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for_to_the_second()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => fixture.Server.Requests.Count == 1
            ? StubResponse.Status(429).With("Retry-After", "37")
            : StubResponse.JsonText("""{"ok":true}"""));
        using var client = fixture.Client();

        var answer = client.GetJsonAsync("a", Token);
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(37), Token);
        fixture.Clock.Advance(TimeSpan.FromSeconds(36.9));
        Assert.Single(fixture.Server.Requests);

        fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True((bool)(await answer)["ok"]!);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_measured_on_the_servers_clock()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => fixture.Server.Requests.Count == 1
            ? StubResponse.Status(503).With("Date", "Sun, 01 Mar 2026 09:30:00 GMT").With("Retry-After", "Sun, 01 Mar 2026 09:30:45 GMT")
            : StubResponse.JsonText("[]"));
        using var client = fixture.Client();

        var answer = client.GetJsonAsync("a", Token);
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(45), Token);
        fixture.Clock.Advance(TimeSpan.FromSeconds(45));
        await answer;
    }

    [Fact]
    public async Task Retry_after_beyond_the_cap_ends_the_call_with_that_time()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(429).With("Retry-After", "3600"));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Single(fixture.Server.Requests);
    }

    [Fact]
    public async Task Retry_after_as_a_date_without_a_date_of_the_server_is_measured_on_the_given_clock()
    {
        await using var fixture = await ClientFixture.StartAsync();
        using var answer = new HttpResponseMessage { Headers = { { "Retry-After", "Thu, 01 Jan 2026 00:00:45 GMT" } } };

        Assert.Equal(TimeSpan.FromSeconds(45), RetryAfter.Of(answer.Headers, fixture.Clock));
    }

    [Fact]
    public async Task All_waiting_of_a_call_has_a_limit_and_ends_with_the_time_to_come_back()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(503).With("Retry-After", "25"));
        using var client = fixture.Client(retries: 20, waitMax: TimeSpan.FromSeconds(60));

        var failure = await fixture.FailAsync(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(25), failure.RetryAfter);
        Assert.Equal(3, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task A_budget_that_is_used_up_for_too_long_is_not_queued_for()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText("{}"));
        using var client = fixture.Client(budget: new RateBudget("slow account", 0.01), waitMax: TimeSpan.FromSeconds(60));
        await client.GetJsonAsync("a", Token);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(100), failure.RetryAfter);
        Assert.Single(fixture.Server.Requests);
    }

    [Fact]
    public async Task The_attempt_after_the_last_allowed_wait_is_made_also_when_the_wait_was_longer_than_what_was_left()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => fixture.Server.Requests.Count == 1 ? StubResponse.Status(500) : StubResponse.JsonText("{}"));
        using var client = fixture.Client(budget: new RateBudget("fast account", 1000), waitMax: TimeSpan.FromMilliseconds(1));

        Assert.Null(await fixture.DriveAsync(() => client.GetJsonAsync("a", Token)));
    }

    [Fact]
    public async Task What_an_answer_tells_about_cost_counts_in_place_of_the_written_rate()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("POST", "/graphql", _ => StubResponse.JsonText(
            """{"data":{},"extensions":{"cost":{"throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":40,"restoreRate":50}}}}"""));
        using var client = fixture.Client(budget: new RateBudget("cost account", 1000, Burst: 1000) { Read = GraphQl.CostOf });
        using var other = fixture.Client(budget: new RateBudget("cost account", 1000, Burst: 1000) { Read = GraphQl.CostOf });
        await client.SendAsync(GraphQl.Query("graphql", "{ a }", cost: 10), Token);

        var answer = other.SendAsync(GraphQl.Query("graphql", "{ a }", cost: 140), Token);
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2), Token);

        Assert.Single(fixture.Server.Requests);
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        await answer;
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_status_is_tried_again_and_then_reported_as_transient(int status)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(status));
        using var client = fixture.Client(retries: 2);

        var failure = await fixture.FailAsync(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Equal(3, fixture.Server.Requests.Count);
        Assert.Contains($"answered {status} (attempt 3 of 3)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => fixture.Server.Requests.Count == 1 ? StubResponse.Cut() : StubResponse.JsonText("[1]"));
        using var client = fixture.Client();

        Assert.Null(await fixture.DriveAsync(() => client.GetJsonAsync("a", Token)));
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task A_post_that_is_not_repeatable_is_sent_once()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("POST", "/a", _ => StubResponse.Status(500));
        using var client = fixture.Client();

        var failure = await fixture.FailAsync(() => client.SendAsync(new HubHttpRequest(HttpMethod.Post, "a"), Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Single(fixture.Server.Requests);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", async (_, gone) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, gone);
            return StubResponse.Status(200);
        });
        using var client = fixture.Client(retries: 0, timeout: TimeSpan.FromSeconds(9));

        var failure = Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(9), Token);
        fixture.Clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Contains("no answer within 9 seconds", (await failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_at_once()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(503).With("Retry-After", "60"));
        using var client = fixture.Client();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var end = Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetJsonAsync("a", stop.Token));
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromMinutes(1), Token);
        await stop.CancelAsync();

        await end;
    }

    [Fact]
    public async Task Two_clients_of_one_account_share_its_rate()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText("{}"));
        var budget = new RateBudget("one account", 0.5, Burst: 1);
        using var first = fixture.Client(budget: budget);
        using var second = fixture.Client(budget: budget);

        await first.GetJsonAsync("a", Token);
        var answer = second.GetJsonAsync("a", Token);
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(2), Token);
        Assert.Single(fixture.Server.Requests);

        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        await answer;
        Assert.Equal(2, fixture.Server.Requests.Count);
    }
}
