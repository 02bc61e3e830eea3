using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Gives two people one key.</summary>
[Connector("zoo-duplicate-key", Title = "Wrong", Summary = "Gives two people one key.")]
public sealed class DuplicateKey : ShopConnector
{
    protected override string KeyOf(JObject record) => (string)record["id"]! == "p2" ? "p1" : base.KeyOf(record);
}
