using IntegrationHub.Sdk;
using IntegrationHub.Sync.Tests.Pipeline;

namespace IntegrationHub.Sync.Tests.Receiving;

/// <summary>A receiver that does what a test tells it to do.</summary>
[Connector("pushed")]
public sealed class PushedConnector : ReceiverConnector<ScriptedSettings>
{
    public Func<ReceivedRequest, Task<ReceivedResult>> Script { get; set; } = _ => Task.FromResult(ReceivedResult.Accepted([]));

    protected override async ValueTask<ReceivedResult> ReceiveCoreAsync(
        ScriptedSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) => await Script(request);
}
