using System.Net;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Makes of the settings what the client needs, and refuses what would be unsafe.</summary>
internal static class RemoteAccess
{
    private const int TlsPort = 993;
    private const int PlainPort = 143;

    internal static Task<ImapClient> OpenAsync(ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        ImapClient.OpenAsync(Endpoint(settings, context), Login(settings), cancellationToken);

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

    private static ImapLogin Login(ImapSettings settings)
    {
        var wantsToken = settings.Login is ImapLoginMethod.XOAuth2 or ImapLoginMethod.OAuthBearer
            || (settings.Login == ImapLoginMethod.Auto && settings.AccessToken is not null);
        var setting = wantsToken ? "accessToken" : "password";
        var credential = (wantsToken ? settings.AccessToken : settings.Password)
            ?? throw ConnectorException.Configuration(setting, $"Setting '{setting}' is missing.", "Give 'password', or 'accessToken' for a login by OAuth.");
        return new ImapLogin(settings.Login, settings.UserName, credential.Reveal(), setting);
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
