using System.Net;
using IntegrationHub.Sdk.Testing;

namespace IntegrationHub.Sdk.Http.Tests;

public sealed class HostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_secret_is_not_sent_over_plain_http_to_another_machine()
    {
        var failure = Assert.Throws<ConnectorException>(() => new HubHttpClient(
            new HubHttpOptions { BaseAddress = new Uri("http://shop.example/"), AddressSetting = "url", SecretSetting = "token" },
            new ConnectorContext { SourceName = "test" }));

        Assert.Equal((FailureKind.Configuration, "url"), (failure.Kind, failure.Setting));
        Assert.Contains("https://", failure.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_may_allow_plain_http_and_is_told_by_which_setting()
    {
        var options = new HubHttpOptions { BaseAddress = new Uri("http://shop.example/"), SecretSetting = "token", PlainHttpSetting = "allowPlainHttp" };
        var allowed = new HubHttpOptions { BaseAddress = options.BaseAddress, SecretSetting = "token", AllowsPlainHttp = true };
        var context = new ConnectorContext { SourceName = "test" };

        var failure = Assert.Throws<ConnectorException>(() => new HubHttpClient(options, context));
        new HubHttpClient(allowed, context).Dispose();

        Assert.Contains("allowPlainHttp", failure.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.shop.example", true)]
    [InlineData("api.shop.example:443", true)]
    [InlineData("*.shop.example", true)]
    [InlineData("*.example", true)]
    [InlineData("shop.example", false)]
    [InlineData("*.api.shop.example", false)]
    [InlineData("api.shop.example:8443", false)]
    public void Only_permitted_hosts_get_a_client(string permitted, bool isAllowed)
    {
        var options = new HubHttpOptions { BaseAddress = new Uri("https://API.shop.example/v1") };
        var context = new ConnectorContext { SourceName = "test", PermittedHosts = [permitted] };

        var failure = Record.Exception(() => new HubHttpClient(options, context).Dispose());

        Assert.Equal(isAllowed, failure is null);
    }

    [Fact]
    public async Task A_link_to_a_host_that_the_manifest_does_not_permit_is_refused_though_the_connector_allows_it()
    {
        await using var fixture = await ClientFixture.StartAsync();
        await using var other = await StubServer.StartAsync(Token);
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(302).With("Location", new Uri(other.Address, "b").AbsoluteUri));
        using var client = fixture.Client(hosts: [other.Address.Authority], permitted: [fixture.Server.Address.Authority]);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Contains("may not speak to " + other.Address.Authority, failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("https://shop.example/", "shop.example", "169.254.169.254", true)]
    [InlineData("https://shop.example/", "shop.example", "::ffff:169.254.169.254", true)]
    [InlineData("https://shop.example/", "shop.example", "fe80::1", true)]
    [InlineData("https://shop.example/", "shop.example", "fd00:ec2::254", true)]
    [InlineData("https://shop.example/", "shop.example", "0.0.0.0", true)]
    [InlineData("https://shop.example/", "shop.example", "224.0.0.1", true)]
    [InlineData("http://169.254.10.2/", "169.254.10.2", "169.254.10.2", false)]
    [InlineData("https://shop.example/", "shop.example", "10.0.0.5", false)]
    [InlineData("https://shop.example/", "shop.example", "127.0.0.1", false)]
    [InlineData("https://shop.example/", "cdn.example", "127.0.0.1", true)]
    [InlineData("https://shop.example/", "cdn.example", "::1", true)]
    [InlineData("http://localhost/", "cdn.example", "127.0.0.1", false)]
    public void Names_that_lead_inside_are_refused(string baseAddress, string host, string address, bool isRefused) =>
        Assert.Equal(isRefused, new SafeConnect(new Uri(baseAddress)).IsRefused(host, IPAddress.Parse(address)));

    [Fact]
    public async Task A_redirect_to_the_metadata_address_is_not_followed_even_when_it_is_on_the_list()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.Status(302).With("Location", "http://169.254.169.254/latest/meta-data"));
        using var client = fixture.Client(hosts: ["169.254.169.254"]);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.Contains("was not sent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_trusted_certificate_is_a_matter_of_settings()
    {
        await using var fixture = await ClientFixture.StartAsync();
        using var client = new HubHttpClient(
            new HubHttpOptions { BaseAddress = new UriBuilder(fixture.Server.Address) { Scheme = "https" }.Uri, AddressSetting = "url" },
            fixture.Context());

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.GetJsonAsync("a", Token));

        Assert.Equal((FailureKind.Configuration, "url"), (failure.Kind, failure.Setting));
    }

    [Fact]
    public async Task Every_request_says_who_asks()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Server.On("GET", "/a", _ => StubResponse.JsonText("{}"));
        using var client = fixture.Client();

        await client.GetJsonAsync("a", Token);

        Assert.StartsWith("IntegrationHub/", fixture.Server.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
    }
}
