using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Sync.Admin;

/// <summary>Removes installed plugins that no source needs. Thread-safe.</summary>
/// <param name="installer">Keeps what is installed.</param>
/// <param name="catalog">Tells what else offers a connector.</param>
/// <param name="sources">Keeps the sources.</param>
public sealed class ConnectorAdmin(PluginInstaller installer, ConnectorCatalog catalog, ISourceStore sources)
{
    /// <summary>Finds the installed versions of a plugin.</summary>
    /// <param name="id">A connector's id or a plugin's name.</param>
    /// <param name="version">Only this version, or <see langword="null"/> for all.</param>
    /// <returns>The versions, newest first; at least one.</returns>
    /// <exception cref="AdminException">There is none.</exception>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public IReadOnlyList<InstalledPlugin> Find(string id, string? version)
    {
        var all = installer.List().Where(p => IsMeant(p, id)).ToList();
        var found = all.Where(p => version is null || p.Version == version).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        var isThere = all.Count == 0 && catalog.Scan().Any(e => e.Id == id);
        throw AdminException.NotFound(
            all.Count > 0 ? $"Version {version} of '{id}' is not installed."
                : isThere ? $"Connector '{id}' was not installed: it came with the hub, or lies in a folder that you named."
                : $"No connector '{id}' is installed.",
            all.Count > 0 ? $"one of {string.Join(", ", all.Select(p => p.Version))}" : null,
            "hub connector verify");
    }

    /// <summary>Removes installed versions of a plugin.</summary>
    /// <param name="id">A connector's id or the plugin's name.</param>
    /// <param name="version">The version, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops before the removal begins.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="AdminException">There is none, or a source uses one; nothing was removed.</exception>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public async Task<IReadOnlyList<InstalledPlugin>> RemoveAsync(string id, string? version, CancellationToken cancellationToken)
    {
        var plugins = Find(id, version);
        var all = await sources.ListAsync(cancellationToken);
        var users = all.Where(s => plugins.Any(p => Uses(s, p))).Select(s => s.Name).ToList();
        if (users.Count > 0)
        {
            throw AdminException.Conflict(
                $"'{id}'{(version is null ? string.Empty : $" {version}")} is used by source{(users.Count == 1 ? string.Empty : "s")} {string.Join(", ", users)}.",
                next: $"move each to another version with hub connector upgrade NAME --to VERSION, or remove it with hub source remove NAME");
        }

        foreach (var plugin in plugins)
        {
            installer.Remove(plugin);
        }

        return plugins;
    }

    private static bool IsMeant(InstalledPlugin plugin, string id) =>
        plugin.Connectors.Contains(id, StringComparer.Ordinal) || string.Equals(plugin.Name, id, StringComparison.OrdinalIgnoreCase);

    // A source without a pin uses an installed plugin only when nothing else offers its connector.
    private bool Uses(Source source, InstalledPlugin plugin) =>
        plugin.Connectors.Contains(source.ConnectorId, StringComparer.Ordinal)
        && (source.PluginVersion is { } pin
            ? pin == plugin.Version
            : !catalog.Scan().Any(e => e.Id == source.ConnectorId && e.Origin != PluginOrigin.Installed && e.State != ConnectorState.Incompatible));
}
