using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Sends the token in the address.</summary>
[Connector("zoo-leaks-in-address", Title = "Wrong", Summary = "Sends the token in the address.")]
public sealed class LeaksInAddress : ShopConnector
{
    protected override HubHttpRequest Request(string stream, int after, DateTimeOffset? since, ShopSettings settings) =>
        base.Request(stream, after, since, settings).With("token", settings.Token.Reveal());
}
