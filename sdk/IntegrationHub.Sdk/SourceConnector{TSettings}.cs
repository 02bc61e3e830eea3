using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk;

/// <summary>Derive from this to write a connector that the hub reads from.</summary>
/// <typeparam name="TSettings">A class with a parameterless constructor whose properties carry
/// <see cref="SettingAttribute"/>; the settings form is made from it.</typeparam>
public abstract class SourceConnector<TSettings> : SourceConnector
    where TSettings : class, new()
{
    private protected sealed override Type SettingsType => typeof(TSettings);

    /// <summary>Tries the settings against the real system.</summary>
    /// <param name="settings">The settings, already checked against their declared ranges.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ConnectorException">The check failed.</exception>
    protected abstract Task<CheckResult> CheckCoreAsync(
        TSettings settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Lists the streams that these settings give access to.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the discovery.</param>
    /// <returns>The streams.</returns>
    protected abstract Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        TSettings settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Reads the requested streams. Yield <see cref="StreamCompleted"/> only after everything asked for was
    /// yielded; yield a <see cref="Checkpoint"/> wherever a later run could go on from, at least every few thousand records.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="request">What to read and from where.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The messages.</returns>
    protected abstract IAsyncEnumerable<Message> ReadCoreAsync(
        TSettings settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken);

    private protected sealed override Task<CheckResult> CheckBoundAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        CheckCoreAsync(SettingsBinder.Bind<TSettings>(settings), context, cancellationToken);

    private protected sealed override Task<IReadOnlyList<StreamDescription>> DiscoverBoundAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        DiscoverCoreAsync(SettingsBinder.Bind<TSettings>(settings), context, cancellationToken);

    private protected sealed override IAsyncEnumerable<Message> ReadBoundAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken) =>
        ReadCoreAsync(SettingsBinder.Bind<TSettings>(settings), request, context, cancellationToken);
}
