using System.Globalization;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Sets the culture of the whole process.</summary>
[Connector("zoo-changes-culture", Title = "Wrong", Summary = "Sets the culture of the whole process.")]
public sealed class ChangesCulture : ShopConnector
{
    protected override HubHttpRequest Request(string stream, int after, DateTimeOffset? since, ShopSettings settings)
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        return base.Request(stream, after, since, settings);
    }
}
