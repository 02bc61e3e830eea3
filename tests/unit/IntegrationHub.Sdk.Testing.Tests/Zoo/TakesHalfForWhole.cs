using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Takes an answer that broke off for the end of the list.</summary>
[Connector("zoo-takes-half-for-whole", Title = "Wrong", Summary = "Takes an answer that broke off for the end of the list.")]
public sealed class TakesHalfForWhole : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Message.Contains("is not JSON", StringComparison.Ordinal) && !e.Message.Contains("position 0)", StringComparison.Ordinal))
        {
            return new JObject { ["records"] = new JArray(), ["next"] = null };
        }
    }
}
