using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Asks a source that does not answer again and again.</summary>
[Connector("zoo-retries-for-ever", Title = "Wrong", Summary = "Asks a source that does not answer again and again.")]
public sealed class RetriesForEver : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.AskAsync(client, request, settings, context, cancellationToken);
            }
            catch (ConnectorException e) when (e.Message.Contains("no answer", StringComparison.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
