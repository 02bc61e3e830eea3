using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Does not say when the source wants to be asked again.</summary>
[Connector("zoo-forgets-retry-after", Title = "Wrong", Summary = "Does not say when the source wants to be asked again.")]
public sealed class ForgetsRetryAfter : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.RetryAfter is not null)
        {
            throw ConnectorException.Transient(e.Message);
        }
    }
}
