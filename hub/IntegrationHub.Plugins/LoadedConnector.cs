using IntegrationHub.Plugins.Loading;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins;

/// <summary>A connector that is ready to be called, wherever its code runs. Dispose it when the run ends: its code goes after its last use.</summary>
/// <remarks>One run uses it at a time; calls are not made concurrently. What a call gives may be kept past disposal.</remarks>
public abstract class LoadedConnector : IAsyncDisposable
{
    private protected LoadedConnector(ConnectorDescription description, string pluginName, string version)
    {
        Description = description;
        PluginName = pluginName;
        Version = version;
    }

    /// <summary>Gets what the connector says of itself. Stays usable after disposal.</summary>
    public ConnectorDescription Description { get; }

    /// <summary>Gets the name of the plugin it comes from.</summary>
    public string PluginName { get; }

    /// <summary>Gets the version of that plugin.</summary>
    public string Version { get; }

    /// <summary>Gets a value indicating whether the hub reads from it; otherwise it receives pushed requests.</summary>
    public bool IsPull => Description.IsPull;

    /// <summary>Gets a value indicating whether a call never ended and was left behind: it takes no further one, open another.</summary>
    public virtual bool IsSpent => false;

    /// <summary>Gets the hosts of the plugin's manifest.</summary>
    internal IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>Says which hosts a call may speak to over HTTP; see <see cref="ConnectorContext.PermittedHosts"/>.</summary>
    /// <param name="settings">The settings of the call.</param>
    /// <returns>The hosts, or <see langword="null"/> when the plugin's manifest does not limit them.</returns>
    public IReadOnlyList<string>? PermittedHostsFor(JObject settings) => PermittedHosts.For(Hosts, Description.Settings, settings);

    /// <summary>Wraps a connector whose code is already here, not loaded from a plugin's folder.</summary>
    /// <param name="connector">The connector; disposed with the result when it can be.</param>
    /// <param name="name">The name to blame it by.</param>
    /// <param name="version">Its version.</param>
    /// <returns>The connector's one face.</returns>
    public static LoadedConnector Of(Connector connector, string name, string version)
    {
        ArgumentNullException.ThrowIfNull(connector);

        return new InProcessConnector(connector, connector.Describe(), name, version);
    }

    /// <summary>Tries the connector against the real system. Changes nothing there.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ConnectorException">The check failed.</exception>
    /// <exception cref="InvalidOperationException">It is not <see cref="IsPull"/>.</exception>
    public abstract Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Lists the streams that can be read.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The streams, at least one, each name once.</returns>
    /// <exception cref="ConnectorException">The work failed.</exception>
    /// <exception cref="InvalidOperationException">It is not <see cref="IsPull"/>.</exception>
    public abstract Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Reads messages of the requested streams. What comes is checked against the contract on the way.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">What to read.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The messages. The sequence may be left early; nothing is read ahead without bound.</returns>
    /// <exception cref="ConnectorException">The reading failed.</exception>
    /// <exception cref="InvalidOperationException">It is not <see cref="IsPull"/>.</exception>
    public abstract IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Turns one received request into records and an answer.</summary>
    /// <param name="settings">The settings, secrets in clear.</param>
    /// <param name="request">What was received.</param>
    /// <param name="context">Log, clock and the like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The records and the answer; send it only after the records are stored.</returns>
    /// <exception cref="ConnectorException">The request could not be understood or is not allowed.</exception>
    /// <exception cref="InvalidOperationException">It is <see cref="IsPull"/>.</exception>
    public abstract ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Lets go of the connector. Never throws; what the connector throws is logged by the plugin's name, and one that does
    /// not end is left behind after a while.</summary>
    /// <returns>A task that ends when it is let go of.</returns>
    public abstract ValueTask DisposeAsync();

    /// <summary>Says that a call does not fit the connector's kind.</summary>
    private protected InvalidOperationException WrongKind(string call) => new(
        $"{call} cannot be called: connector '{Description.Id}' {(IsPull ? "is read from" : "receives pushed requests")}.");
}
