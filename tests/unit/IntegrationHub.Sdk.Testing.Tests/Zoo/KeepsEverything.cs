using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Keeps every record it has handed over.</summary>
[Connector("zoo-keeps-everything", Title = "Wrong", Summary = "Keeps every record it has handed over.")]
public sealed class KeepsEverything : ShopConnector
{
    private readonly List<Message> _kept = [];

    protected override IEnumerable<Message> Map(string stream, JObject record)
    {
        foreach (var message in base.Map(stream, record))
        {
            _kept.Add(message);
            yield return message;
        }
    }
}
