using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Remembers in a static field what it has told.</summary>
[Connector("zoo-keeps-state-in-statics", Title = "Wrong", Summary = "Remembers in a static field what it has told.")]
public sealed class KeepsStateInStatics : ShopConnector
{
    private static readonly HashSet<string> Told = [];

    protected override IAsyncEnumerable<Message> ReadStreamAsync(
        HubHttpClient client, StreamRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        Told.Clear();
        return base.ReadStreamAsync(client, request, settings, context, cancellationToken);
    }

    protected override IEnumerable<Message> Map(string stream, JObject record) => Told.Add(stream + KeyOf(record)) ? base.Map(stream, record) : [];
}
