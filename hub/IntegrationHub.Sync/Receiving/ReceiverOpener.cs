using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Admin;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Opens the connectors of sources that are pushed to, and says when one must be opened anew. Thread-safe.</summary>
internal sealed class ReceiverOpener(
    ISourceStore sources,
    ConnectorCatalog catalog,
    ISettingsResolver resolver,
    SourceCredentials credentials,
    string baseDirectory,
    TimeProvider clock,
    ILogger logger)
{
    /// <summary>Opens a source's connector.</summary>
    /// <returns><see langword="null"/> when the hub reads from it; nothing is pushed to it then.</returns>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    /// <exception cref="ConnectorException">A secret is missing or does not open.</exception>
    internal async Task<OpenReceiver?> OpenAsync(Source source, CancellationToken cancellationToken)
    {
        var connector = await catalog.OpenPinnedAsync(source.ConnectorId, source.PluginVersion, cancellationToken);
        try
        {
            if (connector.IsPull)
            {
                await connector.DisposeAsync();
                return null;
            }

            var settings = await resolver.ResolveAsync(source, cancellationToken);
            var context = new ConnectorContext
            {
                SourceName = source.Name,
                Logger = logger,
                Clock = clock,
                BaseDirectory = SettingsResolver.BaseDirectoryOf(source) ?? baseDirectory,
                Credentials = credentials.For(source),
                PermittedHosts = connector.PermittedHostsFor(settings),
            };
            return new OpenReceiver(connector, source, settings, context);
        }
        catch
        {
            await connector.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finds the source as it is now.</summary>
    /// <returns><see langword="null"/> when it was removed, also when another has taken its name.</returns>
    internal async Task<Source?> FindNowAsync(Source source, CancellationToken cancellationToken) =>
        await sources.FindAsync(source.Name, cancellationToken) is { } now && now.Id == source.Id ? now : null;

    /// <summary>Says whether the settings, secrets included, are still those it was opened with.</summary>
    internal async Task<bool> HasSameSettingsAsync(OpenReceiver open, Source now, CancellationToken cancellationToken) =>
        open.HasSettings(await resolver.ResolveAsync(now, cancellationToken));

    /// <summary>Says whether the plugin that would be opened now has the version that is open.</summary>
    internal bool HasSameVersion(OpenReceiver open) =>
        catalog.Scan().FirstOrDefault(e => e.CanOpen && e.Id == open.Source.ConnectorId) is not { } entry || entry.Version == open.Version;
}
