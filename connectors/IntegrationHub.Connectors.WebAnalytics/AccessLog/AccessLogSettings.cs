using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Settings of <c>web-accesslog</c>.</summary>
public sealed class AccessLogSettings
{
    /// <summary>Gets or sets where the logs are.</summary>
    [Setting(
        Title = "Path", Required = true, Order = 1, Example = "/var/log/nginx/access.log*",
        Help = "A log file, a folder of them, or a pattern with * in the file name. Rotated and gzipped ones are read too.")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets after how many idle minutes a visit has ended.</summary>
    [Setting(
        Title = "Visit gap in minutes", Order = 2, Minimum = 1, Maximum = 720,
        Help = "A visitor who asks for nothing for so long and comes back makes another visit.")]
    public int GapMinutes { get; set; } = 30;

    /// <summary>Gets or sets a value indicating whether visits without a user name are delivered.</summary>
    [Setting(Title = "Anonymous visits", Order = 3, Help = "Also deliver visits of people who were not logged in.")]
    public bool AnonymousVisits { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether visits of bots are delivered.</summary>
    [Setting(Title = "Bots", Order = 4, Help = "Also deliver visits of crawlers and scripts, as their own type of interaction: bot-visit.")]
    public bool Bots { get; set; }

    /// <summary>Gets or sets the namespace of user names.</summary>
    [Setting(
        Title = "Namespace of user names", Order = 5, Example = "web-user",
        Help = "User names become identifiers of this namespace. Names that are e-mail addresses become e-mail addresses instead.")]
    public string UserNamespace { get; set; } = "web-user";
}
