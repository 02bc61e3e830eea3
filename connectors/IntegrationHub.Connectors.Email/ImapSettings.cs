using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.Email;

/// <summary>Settings of the connector <c>email-imap</c>.</summary>
public sealed class ImapSettings
{
    /// <summary>Gets or sets the server's name.</summary>
    [Setting(Title = "Server", Help = "Name of the IMAP server, as in its certificate.", Required = true, Order = 1, Example = "imap.shop.example")]
    public string Host { get; set; } = string.Empty;

    /// <summary>Gets or sets how the connection is kept private.</summary>
    /// <value>Defaults to TLS from the first byte.</value>
    [Setting(Title = "Security", Help = "tls (usually port 993), startTls (usually port 143), or none, which is for servers on this machine.", Order = 2)]
    public ImapSecurity Security { get; set; }

    /// <summary>Gets or sets the port.</summary>
    /// <value>Defaults to 0: 993 with TLS, else 143.</value>
    [Setting(Title = "Port", Help = "Port of the server; 0 for the usual one.", Order = 3, Minimum = 0, Maximum = 65535)]
    public int Port { get; set; }

    /// <summary>Gets or sets the user, mostly the mail address.</summary>
    [Setting(Title = "User name", Help = "The user to log in as, mostly the mail address.", Required = true, Order = 4, Example = "info@shop.example")]
    public string UserName { get; set; } = string.Empty;

    /// <summary>Gets or sets the password.</summary>
    [Setting(Title = "Password", Help = "The password, or an app password where the provider wants one.", Order = 5)]
    public Secret? Password { get; set; }

    /// <summary>Gets or sets an OAuth access token.</summary>
    [Setting(Title = "Access token", Help = "An OAuth access token with the right to read mail by IMAP, in place of a password.", Order = 6)]
    public Secret? AccessToken { get; set; }

    /// <summary>Gets or sets an OAuth refresh token, with which access tokens are got.</summary>
    [Setting(Title = "Refresh token", Help = "An OAuth refresh token; access tokens are got with it at the token endpoint. A new one that comes back is stored.", Order = 7)]
    public Secret? RefreshToken { get; set; }

    /// <summary>Gets or sets where access tokens are got.</summary>
    [Setting(Title = "Token endpoint", Help = "Where access tokens are got with the refresh token.", Order = 8, Example = "https://oauth2.googleapis.com/token")]
    public Uri? TokenEndpoint { get; set; }

    /// <summary>Gets or sets the id of the OAuth client.</summary>
    [Setting(Title = "Client id", Help = "The id of the OAuth client that the refresh token was given to.", Order = 9)]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth client.</summary>
    [Setting(Title = "Client secret", Help = "The secret of that client, where it has one.", Order = 10)]
    public Secret? ClientSecret { get; set; }

    /// <summary>Gets or sets the way to log in.</summary>
    /// <value>Defaults to the best way that the server offers.</value>
    [Setting(Title = "Login", Help = "auto, password, xOAuth2 (Gmail, Outlook) or oAuthBearer.", Order = 11)]
    public ImapLoginMethod Login { get; set; }

    /// <summary>Gets or sets the folders to read.</summary>
    /// <value>Defaults to none: all but trash, junk, drafts and the like.</value>
    [Setting(Title = "Folders", Help = "Folders to read, with * and ? as wildcards; empty for all but trash, junk and drafts.", Order = 12, Example = "INBOX, Sent, Customers/*")]
    public IReadOnlyList<string> Folders { get; set; } = [];

    /// <summary>Gets or sets the folders to leave out.</summary>
    [Setting(Title = "Folders to leave out", Help = "Folders not to read, with * and ? as wildcards.", Order = 13, Example = "Private*, Newsletters")]
    public IReadOnlyList<string> ExcludeFolders { get; set; } = [];

    /// <summary>Gets or sets the addresses and domains of the business.</summary>
    /// <value>Defaults to none: the user name and the senders of the sent mails count as own.</value>
    [Setting(
        Title = "Own addresses",
        Help = "Addresses and @domains of the business, separated by commas. They tell incoming from outgoing mail and make no people.",
        Order = 14,
        Example = "@shop.example, shop.owner@mail.example")]
    public IReadOnlyList<string> OwnAddresses { get; set; } = [];

    /// <summary>Gets or sets the country (ISO 3166 alpha-2) of phone numbers without a country code.</summary>
    [Setting(Title = "Region", Help = "Two-letter country that phone numbers without a country code belong to.", Order = 15, Example = "US")]
    public string? Region { get; set; }

    /// <summary>Gets or sets a value indicating whether mail that looks like unasked advertising makes nobody, and strangers become people
    /// only when nothing speaks against a personal mail.</summary>
    /// <value>Defaults to yes.</value>
    [Setting(Title = "Leave out advertising", Help = "Mail that looks like unasked advertising makes nobody; a stranger becomes a person by a mail that nothing speaks against, or once the business answers. No: every writer becomes a person.", Order = 16)]
    public bool SpamFilter { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether who wrote first becomes a person only once the business wrote back.</summary>
    /// <value>Defaults to no.</value>
    [Setting(Title = "Only answered", Help = "Only whom the business wrote to, or who answered a mail, become people. No spam makes a customer then, but neither does a mail that nobody answered.", Order = 17)]
    public bool OnlyAnswered { get; set; }

    /// <summary>Gets or sets a value indicating whether a mail that is gone from the mailbox is taken out of the customer's history.</summary>
    /// <value>Defaults to no: mailboxes are cleaned and archived, and what happened stays.</value>
    [Setting(Title = "Pass on deletions", Help = "A mail that a full read does not find any more, in no folder, is taken out of the customer's history. People stay.", Order = 18)]
    public bool PassOnDeletions { get; set; }

    /// <summary>Gets or sets how long a run stays and hands over new mail as it arrives.</summary>
    /// <value>Defaults to 0: the run ends when everything is read.</value>
    [Setting(
        Title = "Wait for news (minutes)",
        Help = "How long a run stays after reading and hands over mail of the inbox as it arrives (IDLE). 0 ends the run at once.",
        Order = 19,
        Minimum = 0,
        Maximum = 1440)]
    public int WaitForNews { get; set; }

    /// <summary>Gets or sets a file with the certificate authorities to trust in place of the system's.</summary>
    [Setting(Title = "Certificate authority", Help = "PEM file with the authority of a server whose certificate is private.", Order = 20, Example = "/etc/hub/mail-ca.pem")]
    public string? CertificateAuthority { get; set; }

    /// <summary>Gets or sets a value indicating whether passwords and mails may travel unencrypted over a network.</summary>
    [Setting(Title = "Allow plain text", Help = "Lets security=none be used with another machine. Everybody on the way can then read password and mails.", Order = 21)]
    public bool AllowPlainText { get; set; }

    /// <summary>Gets or sets how many seconds the server may stay silent.</summary>
    [Setting(Title = "Time-out (seconds)", Help = "How long the server may stay silent before the run is given up.", Order = 22, Minimum = 5, Maximum = 600)]
    public int TimeoutSeconds { get; set; } = 60;
}
