using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Says that a page may be committed before it has handed it over.</summary>
[Connector("zoo-checkpoint-too-early", Title = "Wrong", Summary = "Says that a page may be committed before it has handed it over.")]
public sealed class CheckpointTooEarly : ShopConnector
{
    protected override IEnumerable<Message> Page(
        string stream, List<JObject> records, JObject state, string? newest, ShopSettings settings, ConnectorContext context)
    {
        var messages = base.Page(stream, records, state, newest, settings, context).ToList();
        return messages.TakeLast(1).Concat(messages.SkipLast(1));
    }
}
