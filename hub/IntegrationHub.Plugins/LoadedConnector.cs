using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>A connector that is ready to be called. Dispose it when the run ends: the plugin's code goes after its last use.</summary>
/// <remarks>One run uses it at a time. Keep no reference to <see cref="Connector"/> or to what it gave past disposal;
/// that would keep the plugin's code in memory.</remarks>
public sealed class LoadedConnector : IAsyncDisposable
{
    private readonly PluginSlot _slot;
    private readonly ConnectorCatalogOptions _options;
    private readonly ILogger _logger;
    private Connector? _connector;

    internal LoadedConnector(
        PluginSlot slot, Connector connector, ConnectorDescription description, ConnectorCatalogOptions options, ILogger logger)
    {
        _slot = slot;
        _connector = connector;
        _options = options;
        _logger = logger;
        Description = description;
        PluginName = slot.Inspection.Name;
        Version = slot.Inspection.Version;
    }

    /// <summary>Gets the connector: a <see cref="SourceConnector"/> or a <see cref="ReceiverConnector"/>.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public Connector Connector => _connector ?? throw new ObjectDisposedException(nameof(LoadedConnector));

    /// <summary>Gets what the connector says of itself. Stays usable after disposal.</summary>
    public ConnectorDescription Description { get; }

    /// <summary>Gets the name of the plugin it comes from.</summary>
    public string PluginName { get; }

    /// <summary>Gets the version of that plugin.</summary>
    public string Version { get; }

    /// <summary>Disposes the connector, when it can be disposed, and lets go of the plugin. Never throws; what the connector
    /// throws is logged by the plugin's name, and one that does not end is left behind after the load deadline.</summary>
    /// <returns>A task that ends when the plugin is let go of.</returns>
    public async ValueTask DisposeAsync()
    {
        if (!TryStartDisposal(out var disposal))
        {
            return;
        }

        try
        {
            await disposal.WaitAsync(_options.LoadDeadline, _options.Clock);
        }
#pragma warning disable CA1031 // The boundary into a plugin: its failure to clean up must not turn a good run into a bad one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.DisposeFailed(_logger, PluginName, Description.Id, PluginFailure.Describe(e));
        }
        finally
        {
            _slot.Release();
        }
    }

    /// <summary>Starts disposing on another thread, since a plugin may block; false when it was started before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryStartDisposal(out Task disposal)
    {
        var connector = Interlocked.Exchange(ref _connector, null);
        disposal = connector switch
        {
            IAsyncDisposable disposable => Task.Run(() => disposable.DisposeAsync().AsTask()),
            IDisposable disposable => Task.Run(disposable.Dispose),
            _ => Task.CompletedTask,
        };
        return connector is not null;
    }
}
