using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, FailureKind.Defect, null)]
    [InlineData(401, FailureKind.Configuration, "token")]
    [InlineData(403, FailureKind.Configuration, "token")]
    [InlineData(404, FailureKind.Configuration, "url")]
    [InlineData(405, FailureKind.Defect, null)]
    [InlineData(422, FailureKind.Defect, null)]
    public async Task Every_refusal_says_who_must_act_and_is_not_repeated(int status, FailureKind kind, string? setting)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Html("<html>no</html>", status));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(setting, failure.Setting);
        Assert.Single(fixture.Server.Requests);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task A_page_where_json_was_expected_is_named_as_such(string contentType)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => new StubResponse(200, "\n <!DOCTYPE html><p>log in</p>", contentType));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.Contains("HTML page where JSON was expected", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\":\"Jane ")]
    [InlineData("{\"name\":Jane}")]
    [InlineData("{} trailing Jane")]
    public async Task Broken_json_is_transient_and_not_quoted(string body)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText(body));
        using var client = fixture.Client(retries: 1);

        var failure = await fixture.FailAsync(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Contains("is not JSON", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_past_the_limit_is_not_read_on()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText("\"" + new string('x', 200_000) + "\""));
        using var client = fixture.Client(bytesMax: 100_000);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Contains("larger than 100000 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_stay_text_and_amounts_stay_exact()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText("""{"at":"2026-03-01T10:00:00+02:00","sum":0.10}"""));
        using var client = fixture.Client();

        var body = await client.GetJsonAsync("a", Token);

        Assert.Equal("2026-03-01T10:00:00+02:00", (string?)body["at"]);
        Assert.Equal(Newtonsoft.Json.Linq.JTokenType.String, body["at"]!.Type);
        Assert.Equal(0.10m, Assert.IsType<decimal>(((Newtonsoft.Json.Linq.JValue)body["sum"]!).Value));
    }

    [Fact]
    public async Task Another_host_is_neither_asked_nor_given_the_secret()
    {
        await using var fixture = await ClientFixture.StartAsync();
        await using var other = await StubServer.StartAsync(Token);
        other.On("GET", "/*", _ => StubResponse.JsonText("{}"));
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(302).With("Location", new Uri(other.Address, "steal").AbsoluteUri));
        using var client = fixture.Client();

        var redirected = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));
        var linked = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync(other.Address + "page2", Token));

        Assert.Empty(other.Requests);
        Assert.Contains("not allowed", redirected.Message, StringComparison.Ordinal);
        Assert.Contains(other.Address.Authority, linked.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_within_the_allowed_hosts_is_followed()
    {
        await using var fixture = await ClientFixture.StartAsync();
        await using var other = await StubServer.StartAsync(Token);
        other.On("GET", "/there", _ => StubResponse.JsonText("5"));
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(308).With("Location", new Uri(other.Address, "there").AbsoluteUri));
        using var client = fixture.Client(hosts: [other.Address.Authority]);

        Assert.Equal(5, (int)await client.GetJsonAsync("a", Token));
    }

    [Fact]
    public async Task A_redirect_that_never_ends_is_a_defect()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(302).With("Location", "/a"));
        using var client = fixture.Client();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Defect, failure.Kind);
        Assert.Equal(6, fixture.Server.Requests.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task No_failure_and_no_log_line_holds_the_secret_or_the_query(int status)
    {
        await using var fixture = await ClientFixture.StartAsync();
        var echo = $"<html>{ClientFixture.Canary} query-canary</html>";
        fixture.Server.On("GET", "/a", _ => status == 0
            ? StubResponse.Cut()
            : StubResponse.Html(echo, status).With("Location", $"http://elsewhere.example/?x={ClientFixture.Canary}"));
        using var client = fixture.Client(retries: 1);

        var failure = await fixture.FailAsync(() => client.SendAsync(HubHttpRequest.Get("a").With("q", "query-canary"), Token));

        Assert.Equal("?q=query-canary", fixture.Server.Requests[0].QueryText);
        Assert.Equal("Bearer " + ClientFixture.Canary, fixture.Server.Requests[0].Headers["Authorization"]);
        var said = failure + failure.NextStep + string.Join('\n', fixture.Log.Lines);
        Assert.DoesNotContain("canary", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_secret_with_a_line_break_is_refused_without_showing_it()
    {
        using var client = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = new Uri("http://127.0.0.1:1/"),
                SecretSetting = "token",
                Credential = HttpCredential.Bearer(new Settings.Secret("canary\nX-Evil: 1")),
                RetriesMax = 0,
            },
            new ConnectorContext { SourceName = "test" });

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal("token", failure.Setting);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }
}
