using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Lets the failure of its HTTP library through.</summary>
[Connector("zoo-throws-raw-http-failure", Title = "Wrong", Summary = "Lets the failure of its HTTP library through.")]
public sealed class ThrowsRawHttpFailure : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Message.Contains(" 500", StringComparison.Ordinal))
        {
            throw new HttpRequestException(e.Message, e);
        }
    }
}
