using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.WebAnalytics;

/// <summary>Settings of <c>web-matomo</c>.</summary>
public sealed class MatomoSettings
{
    /// <summary>Gets or sets the address of Matomo.</summary>
    [Setting(
        Title = "Address", Required = true, Order = 1, Example = "https://stats.shop.example/",
        Help = "Where Matomo answers, the folder that holds its index.php.")]
    public Uri Url { get; set; } = null!;

    /// <summary>Gets or sets the token.</summary>
    [Setting(
        Title = "Token", Required = true, Order = 2,
        Help = "An auth token of a user with view access to the site: Matomo, Personal, Security, Auth tokens.")]
    public Secret Token { get; set; } = null!;

    /// <summary>Gets or sets the site.</summary>
    [Setting(
        Title = "Site id", Required = true, Order = 3, Minimum = 1, Example = "1",
        Help = "The number of the site: Matomo, Administration, Measurables, Manage.")]
    public int SiteId { get; set; }

    /// <summary>Gets or sets where the first read starts.</summary>
    [Setting(
        Title = "Since", Order = 4, Example = "2026-01-01",
        Help = "Visits that ended before are never read. Empty: everything Matomo still has.")]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Gets or sets the page size.</summary>
    [Setting(
        Title = "Visits a request", Order = 5, Minimum = 2, Maximum = 1000,
        Help = "Fewer ask less of Matomo at a time, and take more requests.")]
    public int PageSize { get; set; } = 100;

    /// <summary>Gets or sets a value indicating whether the token may be sent without encryption.</summary>
    [Setting(
        Title = "Allow plain http", Order = 6,
        Help = "Send the token to an http:// address of another machine. Everyone on the way can read it; for networks of your own.")]
    public bool AllowPlainHttp { get; set; }
}
