using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes a server error for the end of the list.</summary>
[Connector("zoo-swallows-server-errors", Title = "Wrong", Summary = "Takes a server error for the end of the list.")]
public sealed class SwallowsServerErrors : ShopConnector
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
            return new JObject { ["records"] = new JArray(), ["next"] = null };
        }
    }
}
