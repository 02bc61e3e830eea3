using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Testing.Tests.Shop;

/// <summary>Settings of the shop's connectors.</summary>
public class ShopSettings
{
    [Setting(Title = "Address", Required = true, Order = 1, Help = "Where the shop answers.")]
    public Uri Url { get; set; } = null!;

    [Setting(Title = "Token", Required = true, Order = 2, Help = "Shop, Account, API.")]
    public Secret Token { get; set; } = null!;

    [Setting(Title = "Page size", Order = 3, Minimum = 1, Maximum = 1000, Help = "Records a request.")]
    public int PageSize { get; set; } = 500;
}
