using System.Collections.Concurrent;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Resolving;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Receiving;

/// <summary>The receivers of all sources that are pushed to, each opened by its first request. Thread-safe.</summary>
public sealed class SourceReceivers : IAsyncDisposable
{
    private readonly IHubStore _store;
    private readonly RecordGate _gate;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ReceiverOpener _opener;
    private readonly SettlingLoop _settling;
    private readonly SemaphoreSlim _opening = new(1);
    private readonly ConcurrentDictionary<string, SourceReceiver> _receivers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> _pulled = new();
    private bool _isClosed;

    /// <summary>Creates it. Nothing is opened yet.</summary>
    /// <param name="store">Where everything goes.</param>
    /// <param name="catalog">Where connectors come from.</param>
    /// <param name="settings">Gives settings with secrets in clear.</param>
    /// <param name="credentials">Keeps secrets that rotate.</param>
    /// <param name="gate">The only way in.</param>
    /// <param name="resolver">Settles what was received, soon after.</param>
    /// <param name="baseDirectory">The folder that relative paths in settings start from when the source names none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The log.</param>
    public SourceReceivers(
        IHubStore store,
        ConnectorCatalog catalog,
        ISettingsResolver settings,
        SourceCredentials credentials,
        RecordGate gate,
        ResolverService resolver,
        string baseDirectory,
        TimeProvider clock,
        ILogger<SourceReceivers> logger)
    {
        ArgumentNullException.ThrowIfNull(store);

        _store = store;
        _gate = gate;
        _clock = clock;
        _logger = logger;
        _opener = new ReceiverOpener(store.Sources, catalog, settings, credentials, baseDirectory, clock, logger);
        _settling = new SettlingLoop(resolver, clock, logger);
    }

    /// <summary>Gives the receiver of a source.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The receiver; <see langword="null"/> when there is no such source, or it is not pushed to.</returns>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    /// <exception cref="Sdk.ConnectorException">A secret is missing or does not open.</exception>
    /// <exception cref="ObjectDisposedException">The hub is stopping.</exception>
    public async Task<SourceReceiver?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);

        if (_receivers.TryGetValue(name, out var receiver) && !receiver.IsGone)
        {
            return receiver;
        }

        return await _store.Sources.FindAsync(name, cancellationToken) is { } source && _pulled.GetValueOrDefault(source.Id) != source.ConnectorId
            ? await OpenAsync(source, cancellationToken)
            : null;
    }

    /// <summary>Settles what an earlier process received and could not settle any more. Call it when the hub begins to serve.</summary>
    public void SettleSoon() => _settling.Wake();

    /// <summary>Gives up a source's lease and holds back its commits, so that another act may take the lease.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>Lets the receiver go on when disposed; <see langword="null"/> when none is open.</returns>
    public async Task<IAsyncDisposable?> PauseAsync(int sourceId, CancellationToken cancellationToken) =>
        _receivers.Values.FirstOrDefault(r => r.SourceId == sourceId) is { } receiver ? await receiver.PauseAsync(cancellationToken) : null;

    /// <summary>Stores and answers what waits, and closes every receiver.</summary>
    /// <returns>A task.</returns>
    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        var wasClosed = _isClosed;
        _isClosed = true;
        _opening.Release();
        if (wasClosed)
        {
            return;
        }

        foreach (var receiver in _receivers.Values)
        {
            await receiver.DisposeAsync();
        }

        await _settling.DisposeAsync();
    }

    private async Task<SourceReceiver?> OpenAsync(Core.Sources.Source source, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_receivers.TryGetValue(source.Name, out var present))
            {
                if (present.SourceId == source.Id)
                {
                    return present;
                }

                await present.DisposeAsync();
            }

            if (await _opener.OpenAsync(source, cancellationToken) is not { } open)
            {
                _pulled[source.Id] = source.ConnectorId;
                return null;
            }

            return _receivers[source.Name] = new SourceReceiver(open, _opener, _store, _gate, _settling.Wake, _clock, _logger);
        }
        finally
        {
            _opening.Release();
        }
    }
}
