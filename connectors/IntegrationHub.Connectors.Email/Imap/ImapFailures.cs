using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>Sorts a server's refusals by who must act. The server's own text is left out: it may name people.</summary>
internal static class ImapFailures
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Sorts the refusal of a command.</summary>
    /// <param name="response">The answer that ended the command, or a <c>BYE</c>.</param>
    /// <param name="server">The server.</param>
    /// <param name="doing">What was tried, such as <c>select folder 'INBOX'</c>.</param>
    internal static ConnectorException Of(ImapResponse response, string server, string doing)
    {
        var answer = response.Code.Length > 0 ? $"{response.Name} [{response.Code}]" : response.Name;
        var message = $"{server} refused to {doing}: {answer}.";
        return (response.Name, response.Code) switch
        {
            ("BYE", _) => ConnectorException.Transient($"{server} ended the connection while asked to {doing}: {answer}.", Soon),
            (_, "UNAVAILABLE" or "LIMIT" or "INUSE" or "SERVERBUG" or "OVERQUOTA") => ConnectorException.Transient(message, Soon),
            (_, "NOPERM") => ConnectorException.Configuration("folders", message, "Give the user the right to read the folder, or leave it out with 'excludeFolders'."),
            (_, "PRIVACYREQUIRED") => ConnectorException.Configuration("security", message, "Set 'security' to tls or startTls."),
            ("BAD", _) => ConnectorException.Defect(message),
            _ => ConnectorException.Transient(message, Soon),
        };
    }

    /// <summary>Sorts the refusal of a login.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="server">The server.</param>
    /// <param name="setting">The setting that holds the credential.</param>
    internal static ConnectorException OfLogin(ImapResponse response, string server, string setting) =>
        response.Name is "NO" && response.Code is not ("UNAVAILABLE" or "LIMIT" or "INUSE" or "SERVERBUG" or "PRIVACYREQUIRED" or "CONTACTADMIN")
            ? ConnectorException.Configuration(
                setting,
                $"{server} refused the login: NO{(response.Code.Length > 0 ? $" [{response.Code}]" : string.Empty)}.",
                setting == "password"
                    ? "Check 'userName' and 'password'; providers with two-step login want an app password or 'accessToken'."
                    : $"Check 'userName' and get a new '{setting}'.")
            : Of(response, server, "log in");
}
