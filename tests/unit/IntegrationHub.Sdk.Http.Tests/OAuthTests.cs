using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class OAuthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rotated_refresh_token_is_stored_before_what_came_with_it_is_used()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var client = fixture.Client(oauth: vendor.Options());

        await client.GetJsonAsync("a", Token);

        Assert.Equal(["stored refresh-2", "kept access", "used access-2"], fixture.Credentials.Events);
    }

    [Fact]
    public async Task A_hub_that_dies_before_storing_has_used_nothing()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        fixture.Credentials.FailOn = _ => new InvalidProgramException("killed");
        using var client = fixture.Client(oauth: vendor.Options());

        await Assert.ThrowsAsync<InvalidProgramException>(() => client.GetJsonAsync("a", Token));

        Assert.Empty(fixture.Credentials.Events);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_while_loses_nothing_and_the_vendor_is_not_asked_again()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        fixture.Credentials.FailOn = _ => ConnectorException.Transient("The disk is full.");
        using var client = fixture.Client(oauth: vendor.Options());

        var failure = await fixture.FailAsync(() => client.GetJsonAsync("a", Token));
        Assert.Equal("The disk is full.", failure.Message);
        Assert.Empty(fixture.Credentials.Events);

        fixture.Credentials.FailOn = name => name == "refreshToken.access" ? ConnectorException.Transient("The disk is full.") : null;
        await Assert.ThrowsAsync<ConnectorException>(() => fixture.Client(oauth: vendor.Options()).GetJsonAsync("a", Token));
        await client.GetJsonAsync("a", Token);
        Assert.Equal(["stored refresh-2", "stored refresh-3", "used access-3"], fixture.Credentials.Events);
    }

    [Fact]
    public async Task Many_requests_at_once_renew_once()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var client = fixture.Client(oauth: vendor.Options());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetJsonAsync("a", Token)));

        Assert.Equal(1, vendor.Renewals);
    }

    [Fact]
    public async Task Check_and_read_with_the_same_old_settings_share_one_token_also_after_it_was_withdrawn()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var check = fixture.Client(oauth: vendor.Options());
        using var read = fixture.Client(oauth: vendor.Options());
        await Task.WhenAll(check.GetJsonAsync("a", Token), read.GetJsonAsync("a", Token));
        Assert.Equal(1, vendor.Renewals);

        vendor.HasWithdrawn = true;
        await Task.WhenAll(check.GetJsonAsync("a", Token), read.GetJsonAsync("a", Token));

        Assert.Equal(2, vendor.Renewals);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var client = fixture.Client(oauth: vendor.Options());
        await client.GetJsonAsync("a", Token);

        fixture.Clock.Advance(TimeSpan.FromMinutes(58));
        await client.GetJsonAsync("a", Token);
        Assert.Equal(1, vendor.Renewals);

        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.GetJsonAsync("a", Token);
        Assert.Equal(2, vendor.Renewals);
    }

    [Fact]
    public async Task A_login_refused_again_right_after_its_renewal_is_the_settings_fault()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(401));
        using var client = fixture.Client(oauth: vendor.Options());

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal((FailureKind.Configuration, "refreshToken"), (failure.Kind, failure.Setting));
        Assert.Equal(2, vendor.Renewals);
    }

    [Fact]
    public async Task Cancelling_during_a_renewal_still_stores_the_successor()
    {
        await using var fixture = await ClientFixture.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var vendor = new TokenVendor(fixture) { BeforeAnswer = _ => stop.CancelAsync() };
        using var client = fixture.Client(oauth: vendor.Options());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetJsonAsync("a", stop.Token));

        Assert.Equal(["stored refresh-2", "kept access"], fixture.Credentials.Events);
    }

    [Fact]
    public async Task A_token_endpoint_that_hangs_does_not_hold_up_a_cancelled_call_for_long()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var hasAsked = new TaskCompletionSource();
        var vendor = new TokenVendor(fixture)
        {
            BeforeAnswer = gone =>
            {
                hasAsked.SetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, gone);
            },
        };
        using var client = fixture.Client(oauth: vendor.Options());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var call = Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetJsonAsync("a", stop.Token));
        await hasAsked.Task;

        await stop.CancelAsync();
        await fixture.Clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(4), Token);
        fixture.Clock.Advance(TimeSpan.FromSeconds(4));

        await call;
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_up_names_its_setting_and_nothing_secret()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var client = fixture.Client(oauth: vendor.Options("canary-old"));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal((FailureKind.Configuration, "refreshToken"), (failure.Kind, failure.Setting));
        Assert.Contains("invalid_grant", failure.Message, StringComparison.Ordinal);
        var said = failure + failure.NextStep + string.Join('\n', fixture.Log.Lines);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_login_in_the_settings_is_not_answered_with_the_old_ones_token()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var vendor = new TokenVendor(fixture);
        using var before = fixture.Client(oauth: vendor.Options());
        await before.GetJsonAsync("a", Token);
        await fixture.Credentials.StoreAsync("refreshToken", new Settings.Secret("of-another-account"), Token);
        using var after = fixture.Client(oauth: vendor.Options());

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => after.GetJsonAsync("a", Token));

        Assert.Contains("invalid_grant", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_token_endpoint_is_tried_again()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server
            .On("POST", "/token", _ => fixture.Server.Requests.Count == 1
                ? StubResponse.Status(503).With("Retry-After", "3")
                : StubResponse.JsonText("""{"access_token":"x","expires_in":"3600"}"""))
            .On("GET", "/a", _ => StubResponse.JsonText("{}"));
        var oauth = new OAuthOptions
        {
            TokenEndpoint = new Uri(fixture.Server.Address, "token"),
            ClientId = "a:b",
            ClientSecret = new Settings.Secret("s&t"),
            SecretSetting = "clientSecret",
            Scope = "read",
            UsesBasicHeader = true,
        };
        using var client = fixture.Client(oauth: oauth);

        Assert.Null(await fixture.DriveAsync(() => client.GetJsonAsync("a", Token)));

        var asked = fixture.Server.Requests[1];
        Assert.Equal("grant_type=client_credentials&scope=read", asked.Body);
        Assert.Equal("Basic " + Convert.ToBase64String("a%3Ab:s%26t"u8), asked.Headers["Authorization"]);
        Assert.Equal("Bearer x", fixture.Server.Requests[2].Headers["Authorization"]);
        Assert.Equal(["kept access"], fixture.Credentials.Events);
    }
}
