using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Leaves out what lies at the bound of an incremental read.</summary>
[Connector("zoo-misses-news", Title = "Wrong", Summary = "Leaves out what lies at the bound of an incremental read.")]
public sealed class MissesNews : ShopConnector
{
    protected override HubHttpRequest Request(string stream, int after, DateTimeOffset? since, ShopSettings settings) =>
        base.Request(stream, after, since?.AddDays(30), settings);
}
