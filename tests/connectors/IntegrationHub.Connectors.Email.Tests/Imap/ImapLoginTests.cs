using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Testing;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests.Imap;

public sealed class ImapLoginTests(ImapBox box) : IClassFixture<ImapBox>
{
    [Theory]
    [InlineData("tls")]
    [InlineData("startTls")]
    [InlineData("none")]
    public async Task A_password_logs_in_over_every_kind_of_connection(string security)
    {
        var settings = box.Settings;
        settings["security"] = security;
        settings["port"] = security == "tls" ? box.Server.TlsPort : box.Server.Port;

        var result = await CheckAsync(settings);

        Assert.StartsWith("Logged in; 2 folders", result.Message, StringComparison.Ordinal);
        Assert.Equal(security == "none", result.Warnings.Contains("Password and mails travel unencrypted."));
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("xOAuth2")]
    [InlineData("oAuthBearer")]
    public async Task A_token_logs_in(string login)
    {
        await CheckAsync(WithToken("good", login));
    }

    [Fact]
    public async Task A_refresh_token_gets_the_token_to_log_in_with()
    {
        box.Tokens.On("POST", "/token", request => request.Form()["refresh_token"] == "fresh"
            ? StubResponse.Json(new JObject { ["access_token"] = "good", ["token_type"] = "Bearer", ["expires_in"] = 3600 })
            : StubResponse.Json(new JObject { ["error"] = "invalid_grant" }, 400));
        var settings = box.Settings;
        settings.Remove("password");
        settings["refreshToken"] = "fresh";
        settings["tokenEndpoint"] = new Uri(box.Tokens.Address, "token").ToString();
        settings["clientId"] = "hub";

        await CheckAsync(settings);
        settings["refreshToken"] = "stale";
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CheckAsync(settings));

        Assert.Equal((FailureKind.Configuration, "refreshToken"), (failure.Kind, failure.Setting));
    }

    [Theory]
    [InlineData("xOAuth2")]
    [InlineData("oAuthBearer")]
    public async Task An_ended_token_is_a_matter_of_its_setting(string login)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CheckAsync(WithToken("ended", login)));

        Assert.Equal((FailureKind.Configuration, "accessToken"), (failure.Kind, failure.Setting));
        Assert.DoesNotContain("ended", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "wrong", "password")]
    [InlineData("port", "1", null)]
    [InlineData("certificateAuthority", "", "certificateAuthority")]
    [InlineData("certificateAuthority", "nowhere.pem", "certificateAuthority")]
    [InlineData("host", "no-such-host.invalid", "host")]
    [InlineData("host", "127.0.0.1", "certificateAuthority")]
    [InlineData("folders", "Nowhere", "folders")]
    public async Task A_wrong_setting_is_named(string setting, string value, string? named)
    {
        var settings = box.Settings;
        settings[setting] = value;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CheckAsync(settings));

        Assert.Equal((named is null ? FailureKind.Transient : FailureKind.Configuration, named), (failure.Kind, failure.Setting));
    }

    [Fact]
    public async Task A_password_never_travels_unencrypted_to_another_machine()
    {
        var settings = box.Settings;
        settings["host"] = "mail.example";
        settings["security"] = "none";

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => CheckAsync(settings));

        Assert.Equal((FailureKind.Configuration, "security"), (failure.Kind, failure.Setting));
    }

    private JObject WithToken(string token, string login)
    {
        var settings = box.Settings;
        settings.Remove("password");
        settings["accessToken"] = token;
        settings["login"] = login;
        return settings;
    }

    private static Task<CheckResult> CheckAsync(JObject settings) =>
        new ImapConnector().CheckAsync(settings, ImapBox.Context, TestContext.Current.CancellationToken);
}
