using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Connectors.PointOfSale.Shopify;

/// <summary>Settings of <c>pos-shopify</c>.</summary>
public sealed class ShopifySettings
{
    /// <summary>Gets or sets the address of the shop.</summary>
    [Setting(Title = "Shop address", Required = true, Order = 1, Example = "https://my-shop.myshopify.com", Help = "The shop's own address at myshopify.com.")]
    public Uri Url { get; set; } = null!;

    /// <summary>Gets or sets the access token.</summary>
    [Setting(
        Title = "Access token", Required = true, Order = 2,
        Help = "The Admin API access token of a custom app of the shop, with the scopes read_customers and read_orders; read_all_orders for orders older than 60 days.")]
    public Secret AccessToken { get; set; } = null!;

    /// <summary>Gets or sets the page size for customers.</summary>
    [Setting(Title = "Customers a request", Order = 3, Minimum = 1, Maximum = 100, Help = "A query of 50 customers costs some 300 points of the 1,000 that Shopify allows.")]
    public int CustomersPerPage { get; set; } = 50;

    /// <summary>Gets or sets the page size for orders.</summary>
    [Setting(Title = "Orders a request", Order = 4, Minimum = 1, Maximum = 50, Help = "A query of 10 orders costs some 800 points of the 1,000 that Shopify allows.")]
    public int OrdersPerPage { get; set; } = 10;
}
