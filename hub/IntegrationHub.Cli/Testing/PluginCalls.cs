using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>Calls a plugin's connector, on the hosts that its manifest permits.</summary>
internal sealed class PluginCalls(LoadedConnector connector) : SourceCalls
{
    public override ConnectorDescription Describe() => connector.Description;

    public override Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.CheckAsync(settings, Permitted(settings, context), cancellationToken);

    public override Task<IReadOnlyList<StreamDescription>> DiscoverAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.DiscoverAsync(settings, Permitted(settings, context), cancellationToken);

    public override IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.ReadAsync(settings, request, Permitted(settings, context), cancellationToken);

    protected override async ValueTask DisposeCoreAsync()
    {
        await connector.DisposeAsync();
        await base.DisposeCoreAsync();
    }

    // As in the hub: a connector that needs a host which its manifest does not permit fails here too.
    private ConnectorContext Permitted(JObject settings, ConnectorContext context) => new()
    {
        SourceName = context.SourceName,
        Logger = context.Logger,
        Clock = context.Clock,
        BaseDirectory = context.BaseDirectory,
        Credentials = context.Credentials,
        Budgets = context.Budgets,
        PermittedHosts = connector.PermittedHostsFor(settings),
        WrapHttp = context.WrapHttp,
    };
}
