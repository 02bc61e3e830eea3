using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.PointOfSale.Square;

/// <summary>Settings of <c>pos-square</c>.</summary>
public sealed class SquareSettings
{
    /// <summary>Gets or sets the access token.</summary>
    [Setting(
        Title = "Access token", Required = true, Order = 1,
        Help = "From the Square developer console, with the permissions CUSTOMERS_READ, ORDERS_READ and MERCHANT_PROFILE_READ; LOYALTY_READ for the loyalty programme.")]
    public Secret AccessToken { get; set; } = null!;

    /// <summary>Gets or sets the address of the API.</summary>
    [Setting(Title = "API address", Order = 2, Help = "Change it for Square's sandbox: https://connect.squareupsandbox.com")]
    public Uri BaseUrl { get; set; } = new("https://connect.squareup.com");

    /// <summary>Gets or sets the locations whose orders are read.</summary>
    [Setting(Title = "Locations", Order = 3, Example = "L1ABC,L2DEF", Help = "Ids of the shops whose orders are read. Empty: all of them.")]
    public IReadOnlyList<string> LocationIds { get; set; } = [];

    /// <summary>Gets or sets the API version.</summary>
    [Setting(Title = "API version", Order = 4, Help = "Sent as Square-Version; this connector was made for the default.")]
    public string SquareVersion { get; set; } = "2026-09-16";

    /// <summary>Gets or sets the page size.</summary>
    [Setting(Title = "Records a request", Order = 5, Minimum = 1, Maximum = 1000, Help = "Square gives at most 100 customers and 1000 orders at a time.")]
    public int PageSize { get; set; } = 100;

    /// <summary>Gets or sets the rate.</summary>
    [Setting(
        Title = "Requests a second", Order = 6, Minimum = 0.01, Maximum = 100_000,
        Help = "All sources with this token share it. Square publishes no limit; it answers 429 when it is too much.")]
    public double RequestsPerSecond { get; set; } = 10;
}
