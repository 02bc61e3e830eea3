using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Gives a person without an id a blank for a key.</summary>
[Connector("zoo-blank-key", Title = "Wrong", Summary = "Gives a person without an id a blank for a key.")]
public sealed class BlankKey : ShopConnector
{
    protected override string KeyOf(JObject record) => (string)record["id"]! == "p2" ? " " : base.KeyOf(record);
}
