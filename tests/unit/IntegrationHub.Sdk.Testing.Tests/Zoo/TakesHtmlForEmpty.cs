using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes a page of a proxy for an empty list.</summary>
[Connector("zoo-takes-html-for-empty", Title = "Wrong", Summary = "Takes a page of a proxy for an empty list.")]
public sealed class TakesHtmlForEmpty : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Message.Contains("HTML page", StringComparison.Ordinal))
        {
            return new JObject { ["records"] = new JArray(), ["next"] = null };
        }
    }
}
