using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>Calls a plugin's connector.</summary>
internal sealed class PluginCalls(LoadedConnector connector) : SourceCalls
{
    public override ConnectorDescription Describe() => connector.Description;

    public override Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.CheckAsync(settings, context, cancellationToken);

    public override Task<IReadOnlyList<StreamDescription>> DiscoverAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.DiscoverAsync(settings, context, cancellationToken);

    public override IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.ReadAsync(settings, request, context, cancellationToken);

    protected override async ValueTask DisposeCoreAsync()
    {
        await connector.DisposeAsync();
        await base.DisposeCoreAsync();
    }
}
