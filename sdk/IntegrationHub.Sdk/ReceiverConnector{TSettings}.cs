using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk;

/// <summary>Derive from this to write a connector that other systems push to.</summary>
/// <typeparam name="TSettings">A class with a parameterless constructor whose properties carry
/// <see cref="SettingAttribute"/>.</typeparam>
public abstract class ReceiverConnector<TSettings> : ReceiverConnector
    where TSettings : class, new()
{
    private protected sealed override Type SettingsType => typeof(TSettings);

    /// <summary>Turns one received request into records and an answer.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="request">What was received.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The records and the answer.</returns>
    protected abstract ValueTask<ReceivedResult> ReceiveCoreAsync(
        TSettings settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken);

    private protected sealed override ValueTask<ReceivedResult> ReceiveBoundAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        ReceiveCoreAsync(SettingsBinder.Bind<TSettings>(settings), request, context, cancellationToken);
}
