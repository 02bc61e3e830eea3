using System.Globalization;
using System.Text;
using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Logs a client in (RFC 4616, RFC 7628, and Google's XOAUTH2).</summary>
internal static class ImapAuthentication
{
    internal static async Task RunAsync(ImapClient client, ImapEndpoint endpoint, ImapLogin login, CancellationToken cancellationToken)
    {
        var method = Choose(client, login);
        var end = method switch
        {
            ImapLoginMethod.XOAuth2 => await SaslAsync(
                client, "XOAUTH2", $"user={login.UserName}\u0001auth=Bearer {login.Credential}\u0001\u0001", giveUp: string.Empty, cancellationToken).ConfigureAwait(false),
            ImapLoginMethod.OAuthBearer => await SaslAsync(
                client, "OAUTHBEARER", Bearer(endpoint, login), giveUp: "AQ==", cancellationToken).ConfigureAwait(false),
            _ when client.Has("AUTH=PLAIN") => await SaslAsync(
                client, "PLAIN", $"\0{login.UserName}\0{login.Credential}", giveUp: "*", cancellationToken).ConfigureAwait(false),
            _ when client.Has("LOGINDISABLED") => throw ConnectorException.Configuration(
                "security", $"{endpoint.Name} takes no password this way.", "Set 'security' to tls or startTls, or use a token."),
            _ => await client.EndOfAsync(
                new ImapCommand("LOGIN").AddString(login.UserName).AddString(login.Credential), cancellationToken).ConfigureAwait(false),
        };
        if (end.Name != "OK")
        {
            throw ImapFailures.OfLogin(end, endpoint.Name, login.Setting);
        }
    }

    private static ImapLoginMethod Choose(ImapClient client, ImapLogin login)
    {
        if (login.Method != ImapLoginMethod.Auto)
        {
            return login.Method;
        }

        return login.Setting == "password" ? ImapLoginMethod.Password
            : client.Has("AUTH=OAUTHBEARER") ? ImapLoginMethod.OAuthBearer
            : ImapLoginMethod.XOAuth2;
    }

    private static string Bearer(ImapEndpoint endpoint, ImapLogin login)
    {
        var user = login.UserName.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"n,a={user},\u0001host={endpoint.Host}\u0001port={endpoint.Port}\u0001auth=Bearer {login.Credential}\u0001\u0001");
    }

    /// <summary>Sends the one answer that these mechanisms have, with the command where the server allows it (RFC 4959).</summary>
    /// <param name="client">The client.</param>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="giveUp">What to send when the server asks again, which means that it refused and explains why.</param>
    /// <param name="cancellationToken">Stops the login.</param>
    private static Task<ImapResponse> SaslAsync(
        ImapClient client, string mechanism, string answer, string giveUp, CancellationToken cancellationToken)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(answer));
        var isWithCommand = client.Has("SASL-IR");
        var answers = new Queue<string>(isWithCommand ? [giveUp] : [base64, giveUp]);
        return client.EndOfAsync(
            new ImapCommand(isWithCommand ? $"AUTHENTICATE {mechanism} {base64}" : $"AUTHENTICATE {mechanism}"),
            cancellationToken,
            () => answers.TryDequeue(out var next) ? next : "*");
    }
}
