using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Leaves out people whose names do not fit.</summary>
[Connector("zoo-drops-long-names", Title = "Wrong", Summary = "Leaves out people whose names do not fit.")]
public sealed class DropsLongNames : ShopConnector
{
    protected override IEnumerable<Message> Map(string stream, JObject record) =>
        ((string)record["name"]!).Length > 1_000 ? [] : base.Map(stream, record);
}
