using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Ends without saying that a stream is completed.</summary>
[Connector("zoo-never-completes", Title = "Wrong", Summary = "Ends without saying that a stream is completed.")]
public sealed class NeverCompletes : ShopConnector
{
    protected override IAsyncEnumerable<Message> ReadStreamAsync(
        HubHttpClient client, StreamRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        base.ReadStreamAsync(client, request, settings, context, cancellationToken).Where(m => m is not StreamCompleted);
}
