using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Hands records over in no order.</summary>
[Connector("zoo-shuffles-records", Title = "Wrong", Summary = "Hands records over in no order.")]
public sealed class ShufflesRecords : ShopConnector
{
    protected override IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, ShopSettings settings, ConnectorContext context)
    {
        var shuffled = records.OrderBy(_ => Guid.NewGuid()).ToList();
        return base.Page(stream, shuffled, state, newest, settings, context);
    }
}
