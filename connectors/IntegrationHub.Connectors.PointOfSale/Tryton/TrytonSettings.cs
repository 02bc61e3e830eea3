using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.PointOfSale.Tryton;

/// <summary>Settings of <c>pos-tryton</c>.</summary>
public sealed class TrytonSettings
{
    /// <summary>Gets or sets the address of the server.</summary>
    [Setting(Title = "Server address", Required = true, Order = 1, Example = "https://tryton.example.com", Help = "Where Tryton's clients connect to, without the database.")]
    public Uri Url { get; set; } = null!;

    /// <summary>Gets or sets the database.</summary>
    [Setting(Title = "Database", Required = true, Order = 2, Example = "my-company", Help = "The name of the database, as the client's login shows it.")]
    public string Database { get; set; } = string.Empty;

    /// <summary>Gets or sets the login.</summary>
    [Setting(Title = "Login", Required = true, Order = 3, Example = "hub", Help = "A user who may read parties and sales, with the company whose sales are read.")]
    public string Login { get; set; } = string.Empty;

    /// <summary>Gets or sets the password.</summary>
    [Setting(Title = "Password", Required = true, Order = 4, Help = "That of this user; Tryton's web client takes the same.")]
    public Secret Password { get; set; } = null!;

    /// <summary>Gets or sets the channel of the sales.</summary>
    [Setting(Title = "Channel of the sales", Order = 5, Help = "Tryton does not say where a sale was made.")]
    public TrytonChannel Channel { get; set; } = TrytonChannel.Store;

    /// <summary>Gets or sets the page size.</summary>
    [Setting(Title = "Records a request", Order = 6, Minimum = 2, Maximum = 1000, Help = "Parties come with their addresses, sales with their lines.")]
    public int PageSize { get; set; } = 200;

    /// <summary>Gets or sets the rate.</summary>
    [Setting(Title = "Requests a second", Order = 7, Minimum = 0.01, Maximum = 100_000, Help = "All sources with this login share it.")]
    public double RequestsPerSecond { get; set; } = 5;
}
