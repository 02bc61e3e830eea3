using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes a login that ends in the middle of a list for an outage.</summary>
[Connector("zoo-calls-lost-login-an-outage", Title = "Wrong", Summary = "Takes a login that ends in the middle of a list for an outage.")]
public sealed class CallsLostLoginAnOutage : ShopConnector
{
    private int _pages;

    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Kind == FailureKind.Configuration && _pages > 0)
        {
            throw ConnectorException.Transient(e.Message);
        }
        finally
        {
            _pages++;
        }
    }
}
