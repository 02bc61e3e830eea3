using IntegrationHub.Plugins.Versions;

namespace IntegrationHub.Plugins.Installing;

/// <summary>Decides whether a sound plugin may come in, beside what is there.</summary>
internal static class InstallPolicy
{
    /// <summary>Refuses what an admin must not get unasked.</summary>
    /// <param name="known">The lock file.</param>
    /// <param name="present">Every connector that the hub knows.</param>
    /// <param name="plugin">What is to come in.</param>
    /// <param name="request">What the admin waived.</param>
    /// <exception cref="InstallException">It may not come in.</exception>
    public static void Check(ConnectorLock known, IReadOnlyList<ConnectorEntry> present, InstalledPlugin plugin, InstallRequest request)
    {
        var what = $"{plugin.Name} {plugin.Version}";
        if (plugin.Publisher is null && !request.AllowUnsigned)
        {
            throw new InstallException(
                $"{what} is not signed by a publisher that you trust.",
                "get a signed package and pin its key with hub connector trust add KEY.pem --name NAME, or, if you trust where it comes from, add --allow-unsigned");
        }

        if (request.InProcess && plugin.Publisher is null)
        {
            throw new InstallException(
                $"{what} may not run in the hub's own process: no publisher that you trust signed it.", "install it without --in-process");
        }

        CheckPublisher(known, plugin, what);
        CheckConnectors(present, plugin, what);
        if (Newest(known, plugin) is { } newest && newest > SemVersion.TryParse(plugin.Version)! && !request.AllowDowngrade)
        {
            throw new InstallException(
                $"{what} is older than {newest}, which is installed.",
                "if an older version is wanted, add --allow-downgrade; sources stay with the version they are pinned to");
        }
    }

    private static void CheckPublisher(ConnectorLock known, InstalledPlugin plugin, string what)
    {
        // From unsigned to signed is no change but a gain.
        if (known.Plugins.FirstOrDefault(p => p.IsNamed(plugin.Name) && p.Publisher is not null && p.Publisher != plugin.Publisher) is not { } before)
        {
            return;
        }

        var now = plugin.Publisher is null ? "it is not signed" : $"it is signed with key {plugin.Publisher[..16]}";
        throw new InstallException(
            $"{what} comes from another publisher: {before.Name} {before.Version} was signed with key {before.Publisher![..16]}, and {now}.",
            $"ask the publisher whether the key has changed; if it has, remove the old versions first: hub connector remove {before.Name}");
    }

    // Else a package could take over the sources of another plugin by offering its ids in a higher version.
    private static void CheckConnectors(IReadOnlyList<ConnectorEntry> present, InstalledPlugin plugin, string what)
    {
        var usable = present.Where(e => e.State != ConnectorState.Incompatible).ToList();
        if (usable.Find(e => plugin.Connectors.Contains(e.Id, StringComparer.Ordinal) && !plugin.IsNamed(e.PluginName)) is { } taken)
        {
            throw new InstallException(
                $"{what} offers connector '{taken.Id}', which plugin {taken.PluginName} {taken.Version} offers already.",
                taken.Origin == PluginOrigin.Installed ? $"keep one: hub connector remove {taken.PluginName}" : "tell its author to choose another id");
        }

        if (plugin.Publisher is null && usable.Find(e => e.Origin == PluginOrigin.Shipped && plugin.IsNamed(e.PluginName)) is { } shipped)
        {
            throw new InstallException(
                $"{what} has the name of plugin {shipped.PluginName}, which came with the hub, and no publisher that you trust signed it.",
                "get a signed package, or another hub");
        }
    }

    private static SemVersion? Newest(ConnectorLock known, InstalledPlugin plugin) =>
        known.Plugins.Where(p => p.IsNamed(plugin.Name)).Select(p => SemVersion.TryParse(p.Version)).Max();
}
