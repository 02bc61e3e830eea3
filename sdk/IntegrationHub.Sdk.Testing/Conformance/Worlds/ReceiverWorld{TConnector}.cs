using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>What one push connector is checked with.</summary>
/// <typeparam name="TConnector">The connector.</typeparam>
public abstract class ReceiverWorld<TConnector> : ReceiverWorld
    where TConnector : ReceiverConnector, new()
{
    /// <inheritdoc/>
    public sealed override ConnectorDescription Describe() => new TConnector().Describe();

    /// <inheritdoc/>
    public sealed override Task<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        new TConnector().ReceiveAsync(settings, request, context, cancellationToken).AsTask();
}
