using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Moves sources from one installed version of their plugin to another, and back. Thread-safe.</summary>
/// <param name="store">Keeps the sources, and what they were before.</param>
/// <param name="sources">Finds them.</param>
/// <param name="catalog">Where connectors come from.</param>
/// <param name="vault">Keeps their secrets.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class PluginUpgrades(
    IHubStore store, SourceAdmin sources, ConnectorCatalog catalog, SecretVault vault, TimeProvider clock, ILogger<PluginUpgrades> logger)
{
    private readonly SettingsResolver _resolver = new(vault);

    /// <summary>Says what an upgrade would change. Changes nothing.</summary>
    /// <param name="request">What to upgrade.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The differences, and what stands in the way.</returns>
    /// <exception cref="AdminException">There is no such source or version.</exception>
    /// <exception cref="PluginException">The new version cannot be opened.</exception>
    public async Task<UpgradePreview> PreviewAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var source = await sources.GetAsync(request.SourceName, cancellationToken);
        var to = TargetOf(source, request);
        return (await CompareAsync(source, to, request.Settings, cancellationToken)).Preview;
    }

    /// <summary>Pins a source to another version. Its checkpoints stay, and are kept as they are for going back.</summary>
    /// <param name="request">What to upgrade.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="AdminException">There is no such source or version, it is older, or the settings do not fit it.</exception>
    /// <exception cref="PluginException">The new version cannot be opened.</exception>
    /// <exception cref="SyncBusyException">A run of the source is under way.</exception>
    public async Task<UpgradePreview> UpgradeAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var source = await sources.GetAsync(request.SourceName, cancellationToken);
        var to = TargetOf(source, request);
        await using var keeper = await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, cancellationToken);
        var (preview, settings) = await CompareAsync(source, to, request.Settings, cancellationToken);
        if (preview.IsThere)
        {
            return preview;
        }

        if (settings is null)
        {
            throw AdminException.WrongUse(
                $"Source '{source.Name}' cannot go to version {to}: {preview.Problem}",
                next: $"hub connector upgrade {source.Name} --to {to} --set NAME=VALUE");
        }

        if (settings.Secrets.Count > 0)
        {
            vault.RequireKey();
        }

        var next = source with { PluginVersion = to, Settings = settings.Values.ToString(Newtonsoft.Json.Formatting.None) };
        await store.Sources.UpgradeAsync(next, clock.GetUtcNow(), cancellationToken);
        foreach (var (name, secret) in settings.Secrets)
        {
            await vault.SetAsync(next, name, secret, cancellationToken);
        }

        return preview;
    }

    /// <summary>Takes the last upgrade of a source back: version, settings and checkpoints are those from before it. Records that were read
    /// since stay; what the old version reads again is recognised.</summary>
    /// <param name="name">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The upgrade that was taken back.</returns>
    /// <exception cref="AdminException">There is no such source, or nothing to take back.</exception>
    /// <exception cref="PluginException">The version before cannot be opened.</exception>
    /// <exception cref="SyncBusyException">A run of the source is under way.</exception>
    public async Task<SourceUpgrade> RollBackAsync(string name, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(name, cancellationToken);
        await using var keeper = await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, cancellationToken);
        var upgrade = await store.Sources.FindUpgradeAsync(source.Id, cancellationToken)
            ?? throw AdminException.Conflict($"Source '{name}' was not upgraded; there is nothing to go back to.", next: $"hub source show {name}");

        // Not into a version that is gone: the source would stand still, and the way forward would be lost.
        await using (await catalog.OpenPinnedAsync(source.ConnectorId, upgrade.FromVersion, cancellationToken))
        {
            await store.Sources.RollBackAsync(upgrade, cancellationToken);
        }

        return upgrade;
    }

    private string TargetOf(Source source, UpgradeRequest request)
    {
        var installed = catalog.Scan()
            .Where(e => e.Id == source.ConnectorId && e.Origin == PluginOrigin.Installed && e.State is not (ConnectorState.Incompatible or ConnectorState.Quarantined))
            .Select(e => e.Version)
            .ToList();
        if (installed.Count == 0)
        {
            throw AdminException.Conflict(
                $"No version of connector '{source.ConnectorId}' is installed that can run; source '{source.Name}' goes with what came with the hub.",
                next: "hub connector install PACKAGE");
        }

        // The newest stands first.
        var to = request.To ?? installed[0];
        if (!installed.Contains(to, StringComparer.Ordinal))
        {
            throw AdminException.NotFound(
                $"Version {to} of connector '{source.ConnectorId}' is not installed.", $"one of {string.Join(", ", installed)}", "hub connector install PACKAGE");
        }

        if (source.PluginVersion is { } from && installed.IndexOf(from) is var at and >= 0 && installed.IndexOf(to) > at && !request.AllowDowngrade)
        {
            throw AdminException.Conflict(
                $"Version {to} is older than {from}, which source '{source.Name}' uses.",
                next: $"go back with its state: hub connector rollback {source.Name}; or keep the newer state with --allow-downgrade");
        }

        return to;
    }

    private async Task<(UpgradePreview Preview, ValidSettings? Settings)> CompareAsync(
        Source source, string to, JObject changes, CancellationToken cancellationToken)
    {
        await using var next = await catalog.OpenPinnedAsync(source.ConnectorId, to, cancellationToken);
        var (settings, problem) = Fit(source, next.Description, changes);
        var nextSource = source with { Settings = settings?.Values.ToString(Newtonsoft.Json.Formatting.None) ?? source.Settings };
        try
        {
            await using var old = await catalog.OpenPinnedAsync(source.ConnectorId, source.PluginVersion, cancellationToken);
            var streams = problem is null
                ? await CompareStreamsAsync(old, source, next, nextSource, settings!, cancellationToken)
                : SchemaComparison.Impossible("the settings do not fit the new version yet");
            var schema = SchemaComparison.Of(old.Description.Settings, next.Description.Settings);
            return (new UpgradePreview(source, old.Version, to, schema, streams, problem), settings);
        }
        catch (PluginException e)
        {
            var unknown = SchemaComparison.Impossible($"the version in use cannot be opened: {e.Message}");
            return (new UpgradePreview(source, source.PluginVersion, to, unknown, unknown, problem), settings);
        }
    }

    private static (ValidSettings? Settings, string? Problem) Fit(Source source, ConnectorDescription next, JObject changes)
    {
        var merged = SettingsResolver.Parse(source.Settings);
        var baseDirectory = merged[SettingsResolver.BaseDirectoryProperty];
        foreach (var gone in merged.Properties().Where(p => next.Settings.Find(p.Name) is null).ToList())
        {
            gone.Remove();
        }

        foreach (var change in changes.Properties())
        {
            merged.Property(change.Name, StringComparison.OrdinalIgnoreCase)?.Remove();
            merged[change.Name] = change.Value;
        }

        try
        {
            var settings = SettingsValidator.Validate(source.ConnectorId, next.Settings, merged);
            settings.Values[SettingsResolver.BaseDirectoryProperty] = baseDirectory;
            return (settings, null);
        }
        catch (AdminException e)
        {
            return (null, e.Message);
        }
    }

    private async Task<SchemaComparison> CompareStreamsAsync(
        LoadedConnector old, Source source, LoadedConnector next, Source nextSource, ValidSettings settings, CancellationToken cancellationToken)
    {
        if (!old.IsPull || !next.IsPull)
        {
            return SchemaComparison.Impossible("the connector is pushed to; it has no streams before something comes");
        }

        try
        {
            var before = await old.DiscoverAsync(await _resolver.ResolveAsync(source, cancellationToken), ContextOf(source), cancellationToken);
            var given = SettingsResolver.Parse(nextSource.Settings);
            foreach (var (name, secret) in settings.Secrets)
            {
                given.Remove(name); // Not in the vault yet.
            }

            var resolved = await _resolver.ResolveAsync(nextSource with { Settings = given.ToString(Newtonsoft.Json.Formatting.None) }, cancellationToken);
            foreach (var (name, secret) in settings.Secrets)
            {
                resolved[name] = secret.Reveal();
            }

            return SchemaComparison.Of(before, await next.DiscoverAsync(resolved, ContextOf(source), cancellationToken));
        }
        catch (Exception e) when (e is ConnectorException or PluginException)
        {
            return SchemaComparison.Impossible(e.Message);
        }
    }

    private ConnectorContext ContextOf(Source source) => new()
    {
        SourceName = source.Name,
        Logger = logger,
        Clock = clock,
        BaseDirectory = SettingsResolver.BaseDirectoryOf(source) ?? Environment.CurrentDirectory,
    };
}
