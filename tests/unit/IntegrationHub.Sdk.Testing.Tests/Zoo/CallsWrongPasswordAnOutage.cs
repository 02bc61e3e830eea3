using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Tells an admin with a wrong token to try again later.</summary>
[Connector("zoo-calls-wrong-password-an-outage", Title = "Wrong", Summary = "Tells an admin with a wrong token to try again later.")]
public sealed class CallsWrongPasswordAnOutage : ShopConnector
{
    protected override async Task<CheckResult> CheckCoreAsync(ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await base.CheckCoreAsync(settings, context, cancellationToken);
        }
        catch (ConnectorException e) when (e.Kind == FailureKind.Configuration)
        {
            throw ConnectorException.Transient(e.Message);
        }
    }
}
