using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk;

/// <summary>A connector that other systems push to. This is the host's side;
/// authors derive from <see cref="ReceiverConnector{TSettings}"/>.</summary>
public abstract class ReceiverConnector : Connector
{
    private protected ReceiverConnector()
    {
    }

    /// <summary>Turns one received request into records and an answer. The hub sends the answer only after the
    /// records are stored.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">What was received.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The records and the answer.</returns>
    /// <exception cref="ConnectorException">The request could not be understood or is not allowed.</exception>
    public ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        return ReceiveBoundAsync(settings, request, context, cancellationToken);
    }

    private protected abstract ValueTask<ReceivedResult> ReceiveBoundAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken);
}
