using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Connects as soon as it is made.</summary>
[Connector("zoo-waits-in-constructor", Title = "Wrong", Summary = "Connects as soon as it is made.")]
public sealed class WaitsInConstructor : ShopConnector
{
    public WaitsInConstructor() => Thread.Sleep(TimeSpan.FromMilliseconds(40));
}
