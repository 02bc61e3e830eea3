using System.Runtime.CompilerServices;
using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Waits before each stream and hears nobody.</summary>
[Connector("zoo-ignores-cancellation", Title = "Wrong", Summary = "Waits before each stream and hears nobody.")]
public sealed class IgnoresCancellation : ShopConnector
{
    protected override async IAsyncEnumerable<Message> ReadStreamAsync(
        HubHttpClient client, StreamRequest request, ShopSettings settings, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), context.Clock, CancellationToken.None);
        await foreach (var message in base.ReadStreamAsync(client, request, settings, context, cancellationToken))
        {
            yield return message;
        }
    }
}
