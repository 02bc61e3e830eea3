using IntegrationHub.Sdk.Http;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Puts the answer of a failing source into the cause of its failure.</summary>
[Connector("zoo-leaks-in-cause", Title = "Wrong", Summary = "Puts the answer of a failing source into the cause of its failure.")]
public sealed class LeaksInCause : ShopConnector
{
    protected override async Task<JToken> AskAsync(
        HubHttpClient client, HubHttpRequest request, ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.AskAsync(client, request, settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Kind == FailureKind.Transient)
        {
            throw ConnectorException.Transient(e.Message, e.RetryAfter, new InvalidOperationException("sent: " + settings.Token.Reveal()));
        }
    }
}
