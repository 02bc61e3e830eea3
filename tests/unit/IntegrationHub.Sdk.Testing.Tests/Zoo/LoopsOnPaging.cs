using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Follows the same page for ever.</summary>
[Connector("zoo-loops-on-paging", Title = "Wrong", Summary = "Follows the same page for ever.")]
public sealed class LoopsOnPaging : ShopConnector
{
    protected override void OnLoop()
    {
    }
}
