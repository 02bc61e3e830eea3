using System.Globalization;
using IntegrationHub.Connectors.PointOfSale.Square;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;
using static IntegrationHub.Connectors.PointOfSale.Tests.Square.SquareStub;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Square;

public sealed class SquareReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("people", 1)]
    [InlineData("orders", 1)]
    [InlineData("orders", 12)]
    [InlineData("loyalty", 1)]
    [InlineData("loyalty-events", 1)]
    public async Task Resumed_after_any_message_nothing_is_lost(string stream, int locations)
    {
        await using var square = await StartAsync();
        square.AddLocations(locations);
        for (var i = 1; i <= 14; i++)
        {
            square.AddCustomer(Id("C", i), i, 100 - i, new JObject { ["preferences"] = new JObject { ["email_unsubscribed"] = i % 4 == 0 } });

            square.AddLoyaltyAccount(Id("A", i), Id("C", i));
            square.AddLoyaltyEvent(Id("E", i), Id("A", i), i);

            // Groups of five share one time of change, more than a page holds.
            square.AddOrder(Id("O", i), 10 + (i / 5), location: $"L{1 + (i % locations)}");
        }

        var report = await ResumeCheck.RunAsync(() => new SquareConnector(), square.Settings, RequestOf(Full(stream)), square.Context, cancellationToken: Token);

        Assert.Equal(report.Messages - 1, report.Cuts);
    }

    [Fact]
    public async Task Changed_customers_are_searched_for_from_the_bound_on()
    {
        await using var square = await StartAsync();
        square.AddCustomer("C1", 1, 10);
        square.AddCustomer("C2", 2, 20);
        square.AddCustomer("C3", 3, 15);
        var last = (await square.ReadAsync(Full("people"))).Checkpoints.Last();
        square.AddCustomer("C4", 4, 30);

        var read = await square.ReadAsync(new StreamRequest("people", SyncMode.Incremental) { State = last.State, Since = last.Cursor });

        Assert.Equal(SourceTime.Read(At(20)), last.Cursor);
        Assert.Equal("C2 C4", string.Join(' ', read.People.Select(p => p.Key)));
        Assert.Equal("/v2/customers/search", square.Server.Requests[^1].Path);
        Assert.Equal(SourceTime.Read(At(30)), read.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task Changed_orders_are_searched_for_from_the_bound_on_and_open_ones_left_out()
    {
        await using var square = await StartAsync();
        square.AddOrder("O1", 10);
        square.AddOrder("O2", 20);
        square.AddOrder("O3", 25, state: "OPEN");
        square.AddOrder("O4", 30);

        var read = await square.ReadAsync(new StreamRequest("orders", SyncMode.Incremental) { Since = SourceTime.Read(At(20)) });

        Assert.Equal("O2 O4", string.Join(' ', read.Interactions.Select(i => i.Key)));
        Assert.Equal(SourceTime.Read(At(30)), read.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task A_read_without_news_keeps_the_cursor()
    {
        await using var square = await StartAsync();
        square.AddOrder("O1", 10);
        var last = (await square.ReadAsync(Full("orders"))).Checkpoints.Last();

        var read = await square.ReadAsync(new StreamRequest("orders", SyncMode.Incremental) { State = last.State, Since = last.Cursor!.Value.AddMinutes(1) });

        Assert.Equal(last.Cursor, read.Checkpoints.Last().Cursor);
    }

    [Fact]
    public async Task With_more_locations_than_one_request_takes_no_cursor_counts_before_the_end()
    {
        await using var square = await StartAsync();
        square.AddLocations(12);
        square.AddOrder("O1", 50, location: "L1");
        square.AddOrder("O2", 10, location: "L9");

        var read = await square.ReadAsync(Full("orders"));

        Assert.All(read.Checkpoints.SkipLast(1), c => Assert.Null(c.Cursor));
        Assert.Equal(SourceTime.Read(At(50)), read.Checkpoints.Last().Cursor);
        Assert.Equal(2, square.Server.Requests.Count(r => r.Path == "/v2/orders/search"));
    }

    [Fact]
    public async Task A_cursor_that_square_forgot_starts_the_list_again()
    {
        await using var square = await StartAsync();
        square.AddCustomer("C1", 1, 1);
        square.ForgetsCursors = true;

        var read = await square.ReadAsync(Full("people") with { State = new JObject { ["cursor"] = "at-3" } });

        Assert.Equal("C1", Assert.Single(read.People).Key);
    }

    [Fact]
    public async Task Every_request_carries_version_and_token_and_none_shows_the_token_in_its_address()
    {
        await using var square = await StartAsync();
        await square.ReadAsync(Full("people"), Full("orders"));

        Assert.All(square.Server.Requests, r =>
        {
            Assert.Equal("2026-09-16", r.Headers["Square-Version"]);
            Assert.Equal("Bearer " + SquareStub.Token, r.Headers["Authorization"]);
            Assert.DoesNotContain("canary", r.Path + r.QueryText, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(401, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_EXPIRED", FailureKind.Configuration, "accessToken")]
    [InlineData(403, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES", FailureKind.Configuration, "accessToken")]
    [InlineData(400, "INVALID_REQUEST_ERROR", "INVALID_LOCATION", FailureKind.Configuration, "locationIds")]
    [InlineData(400, "INVALID_REQUEST_ERROR", "BAD_REQUEST", FailureKind.Defect, null)]
    public async Task A_refusal_is_sorted_by_its_code_and_repeats_no_detail(int status, string category, string code, FailureKind kind, string? setting)
    {
        await using var square = await StartAsync();
        square.Server.On("GET", "/v2/customers", _ => Refuse(status, category, code));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => square.ReadAsync(Full("people")));

        Assert.Equal((kind, setting), (failure.Kind, failure.Setting));
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("jane.doe", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loyalty_is_left_out_where_the_token_may_not_read_it_and_the_check_says_so()
    {
        await using var square = await StartAsync();
        square.Server.On("POST", "/v2/loyalty/accounts/search", _ => Refuse(403, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES"));

        var streams = await new SquareConnector().DiscoverAsync(square.Settings, square.Context, Token);
        var check = await new SquareConnector().CheckAsync(square.Settings, square.Context, Token);

        Assert.Equal("people orders", string.Join(' ', streams.Select(s => s.Name)));
        Assert.Contains("LOYALTY_READ", Assert.Single(check.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_for_too_long_is_transient_with_the_time_to_come_back()
    {
        await using var square = await StartAsync();
        square.Server.On("GET", "/v2/customers", _ => Refuse(429, "RATE_LIMIT_ERROR", "RATE_LIMITED").With("Retry-After", "900"));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => square.ReadAsync(Full("people")));

        Assert.Equal((FailureKind.Transient, TimeSpan.FromMinutes(15)), (failure.Kind, failure.RetryAfter!.Value));
    }

    [Fact]
    public async Task The_check_names_a_location_that_does_not_exist()
    {
        await using var square = await StartAsync();
        var settings = square.Settings;
        settings["locationIds"] = "L1,L404";

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => new SquareConnector().CheckAsync(settings, square.Context, Token));

        Assert.Equal("locationIds", failure.Setting);
        Assert.Contains("'L404'", failure.Message, StringComparison.Ordinal);
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:00}");
}
