using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Pipeline;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync;

/// <summary>Runs the sync of one source: lease, connector, gate, store. Thread-safe; different sources may run side by side.</summary>
public sealed class SyncRunner
{
    private readonly IHubStore _store;
    private readonly ConnectorCatalog _catalog;
    private readonly ISettingsResolver _settings;
    private readonly SourceCredentials _credentials;
    private readonly RecordGate _gate;
    private readonly string _baseDirectory;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>Creates a runner.</summary>
    /// <param name="store">Where everything goes.</param>
    /// <param name="catalog">Where connectors come from.</param>
    /// <param name="settings">Gives settings with secrets in clear.</param>
    /// <param name="credentials">Where rotated secrets go.</param>
    /// <param name="gate">The only way in.</param>
    /// <param name="baseDirectory">The folder that relative paths in settings start from when the source names none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The log.</param>
    public SyncRunner(
        IHubStore store,
        ConnectorCatalog catalog,
        ISettingsResolver settings,
        SourceCredentials credentials,
        RecordGate gate,
        string baseDirectory,
        TimeProvider clock,
        ILogger<SyncRunner> logger)
    {
        _store = store;
        _catalog = catalog;
        _settings = settings;
        _credentials = credentials;
        _gate = gate;
        _baseDirectory = baseDirectory;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Runs one sync from the last checkpoint on.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Told after each commit.</param>
    /// <param name="cancellationToken">Stops the reading; what was read is committed first.</param>
    /// <returns>The run as it ended. Failures of the connector, and of the store while it reads, are in it, not thrown.</returns>
    /// <exception cref="StoreException">The store could not even note that a run begins, or that it ended well.</exception>
    /// <exception cref="SyncBusyException">Another run of this source is under way.</exception>
    public async Task<Run> RunAsync(
        Source source, SyncOptions options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);

        await using var keeper = await LeaseKeeper.AcquireAsync(
            _store.Leases, source.Id, source.Name, _clock, _logger, cancellationToken);

        // What was changed while the lease was another's, a withdrawn list above all, must count.
        source = await _store.Sources.FindAsync(source.Name, cancellationToken) ?? source;
        var run = await _store.Runs.StartAsync(
            new Run { SourceId = source.Id, Trigger = options.Trigger, StartedAt = _clock.GetUtcNow() }, cancellationToken);
        var execution = new RunExecution(_store, _gate, source, run, keeper.Lease, progress, _clock, _logger);
        try
        {
            await using var connector = await _catalog.OpenPinnedAsync(source.ConnectorId, source.PluginVersion, cancellationToken);
            if (!connector.IsPull)
            {
                throw ConnectorException.Configuration(
                    null, $"Connector '{source.ConnectorId}' receives pushed requests; it cannot be synced.", "Run `hub serve` and push to it.");
            }

            var settings = await _settings.ResolveAsync(source, cancellationToken);
            var context = new ConnectorContext
            {
                SourceName = source.Name,
                Logger = _logger,
                Clock = _clock,
                BaseDirectory = SettingsResolver.BaseDirectoryOf(source) ?? _baseDirectory,
                Credentials = _credentials.For(source),
                PermittedHosts = connector.PermittedHostsFor(settings),
            };
            await execution.ReadAsync(connector, settings, options, context, cancellationToken);
        }
        catch (Exception e) when (e is PluginException or ConnectorException or StoreException)
        {
            execution.Fail(e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            execution.Stop();
        }

        return await execution.EndAsync();
    }
}
