using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Calls a connector in this process.</summary>
internal sealed class DirectCalls(SourceConnector connector) : SourceCalls
{
    public override ConnectorDescription Describe() => connector.Describe();

    public override Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.CheckAsync(settings, context, cancellationToken);

    public override Task<IReadOnlyList<StreamDescription>> DiscoverAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.DiscoverAsync(settings, context, cancellationToken);

    public override IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        connector.ReadAsync(settings, request, context, cancellationToken);

    protected override async ValueTask DisposeCoreAsync()
    {
        if (connector is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (connector as IDisposable)?.Dispose();
        }

        await base.DisposeCoreAsync().ConfigureAwait(false);
    }
}
