using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.PointOfSale.Odoo;

/// <summary>Settings of <c>pos-odoo</c>.</summary>
public sealed class OdooSettings
{
    /// <summary>Gets or sets the address of the server.</summary>
    [Setting(Title = "Server address", Required = true, Order = 1, Example = "https://my-company.odoo.com", Help = "As the browser shows it, without what follows the host.")]
    public Uri Url { get; set; } = null!;

    /// <summary>Gets or sets the database.</summary>
    [Setting(Title = "Database", Required = true, Order = 2, Example = "my-company", Help = "The name of the database; on odoo.com the first part of the address.")]
    public string Database { get; set; } = string.Empty;

    /// <summary>Gets or sets the login.</summary>
    [Setting(Title = "Login", Required = true, Order = 3, Example = "hub@example.com", Help = "A user who may read contacts, the point of sale and loyalty cards.")]
    public string Login { get; set; } = string.Empty;

    /// <summary>Gets or sets the password.</summary>
    [Setting(Title = "Password or API key", Required = true, Order = 4, Help = "Better an API key: made under My Profile, Account Security.")]
    public Secret Password { get; set; } = null!;

    /// <summary>Gets or sets the page size.</summary>
    [Setting(Title = "Records a request", Order = 5, Minimum = 2, Maximum = 1000, Help = "The lines and payments of so many orders are fetched at a time.")]
    public int PageSize { get; set; } = 200;

    /// <summary>Gets or sets the rate.</summary>
    [Setting(Title = "Requests a second", Order = 6, Minimum = 0.01, Maximum = 100_000, Help = "All sources with this login share it; odoo.com asks for about one a second.")]
    public double RequestsPerSecond { get; set; } = 5;
}
