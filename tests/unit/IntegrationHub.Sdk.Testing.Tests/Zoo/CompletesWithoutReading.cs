using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Completes a stream that it has not read.</summary>
[Connector("zoo-completes-without-reading", Title = "Wrong", Summary = "Completes a stream that it has not read.")]
public sealed class CompletesWithoutReading : ShopConnector
{
    protected override IAsyncEnumerable<Message> ReadStreamAsync(
        HubHttpClient client, StreamRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        request.Stream == "orders"
            ? new[] { new Checkpoint(request.Stream, new JObject()), (Message)new StreamCompleted(request.Stream) }.ToAsyncEnumerable()
            : base.ReadStreamAsync(client, request, settings, context, cancellationToken);
}
