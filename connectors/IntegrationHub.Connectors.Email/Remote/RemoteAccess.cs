using System.Net;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Makes of the settings what the client needs, and refuses what would be unsafe.</summary>
internal static class RemoteAccess
{
    private const int TlsPort = 993;
    private const int PlainPort = 143;

    internal static async Task<ImapClient> OpenAsync(ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var endpoint = Endpoint(settings, context);
        var login = await LoginAsync(settings, context, cancellationToken).ConfigureAwait(false);
        return await ImapClient.OpenAsync(endpoint, login, cancellationToken).ConfigureAwait(false);
    }

    internal static ImapEndpoint Endpoint(ImapSettings settings, ConnectorContext context)
    {
        if (settings.Security == ImapSecurity.None && !settings.AllowPlainText && !IsThisMachine(settings.Host))
        {
            throw ConnectorException.Configuration(
                "security",
                "The password and all mails would travel unencrypted to another machine.",
                "Set 'security' to tls or startTls, or, on a network where that is acceptable, 'allowPlainText' to yes.");
        }

        var port = settings.Port > 0 ? settings.Port : settings.Security == ImapSecurity.Tls ? TlsPort : PlainPort;
        var authority = string.IsNullOrWhiteSpace(settings.CertificateAuthority)
            ? null
            : Path.GetFullPath(settings.CertificateAuthority, Path.GetFullPath(context.BaseDirectory));
        return new ImapEndpoint(settings.Host.Trim(), port, settings.Security, authority, TimeSpan.FromSeconds(settings.TimeoutSeconds));
    }

    private static async Task<ImapLogin> LoginAsync(ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        if (settings.RefreshToken is not null && settings.Login != ImapLoginMethod.Password)
        {
            var token = await TokenAsync(settings, context, cancellationToken).ConfigureAwait(false);
            return new ImapLogin(settings.Login, settings.UserName, token.Reveal(), "refreshToken");
        }

        var wantsToken = settings.Login is ImapLoginMethod.XOAuth2 or ImapLoginMethod.OAuthBearer
            || (settings.Login == ImapLoginMethod.Auto && settings.AccessToken is not null);
        var setting = wantsToken ? "accessToken" : "password";
        var credential = (wantsToken ? settings.AccessToken : settings.Password)
            ?? throw ConnectorException.Configuration(
                setting, $"Setting '{setting}' is missing.", "Give 'password', or 'accessToken' or 'refreshToken' for a login by OAuth.");
        return new ImapLogin(settings.Login, settings.UserName, credential.Reveal(), setting);
    }

    private static async Task<Secret> TokenAsync(ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        var endpoint = settings.TokenEndpoint is { } e && (e.Scheme == Uri.UriSchemeHttps || e.IsLoopback)
            ? e
            : throw ConnectorException.Configuration("tokenEndpoint", "Setting 'tokenEndpoint' is missing or no https address.", "Give the address at which the provider gives access tokens.");
        var clientId = string.IsNullOrWhiteSpace(settings.ClientId)
            ? throw ConnectorException.Configuration("clientId", "Setting 'clientId' is missing.", "Give the id of the client that the refresh token was given to.")
            : settings.ClientId;
        using var http = new HubHttpClient(
            new HubHttpOptions
            {
                BaseAddress = endpoint,
                AddressSetting = "tokenEndpoint",
                OAuth = new OAuthOptions
                {
                    TokenEndpoint = endpoint,
                    ClientId = clientId,
                    ClientSecret = settings.ClientSecret,
                    RefreshToken = settings.RefreshToken,
                    SecretSetting = "refreshToken",
                },
            },
            context);
        return await http.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
