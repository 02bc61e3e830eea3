using IntegrationHub.Sdk.Testing.Tests.Shop;

namespace IntegrationHub.Sdk.Testing.Tests.Zoo;

/// <summary>Finds everything in order and does not say what.</summary>
[Connector("zoo-says-nothing", Title = "Wrong", Summary = "Finds everything in order and does not say what.")]
public sealed class SaysNothing : ShopConnector
{
    protected override async Task<CheckResult> CheckCoreAsync(ShopSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        await base.CheckCoreAsync(settings, context, cancellationToken);
        return new CheckResult(string.Empty);
    }
}
