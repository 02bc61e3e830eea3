using IntegrationHub.Plugins.Manifests;
using IntegrationHub.Plugins.Versions;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Plugins.Installing;

/// <summary>Installs, verifies and removes plugins in the folder of installed connectors, and keeps whose signature is trusted.</summary>
/// <remarks>Thread-safe in one process; only the owner of the data folder may install, remove, trust or clean up. Whatever fails leaves
/// the folder as it was, and what a crash leaves half done is undone by the next call that changes something.</remarks>
public sealed class PluginInstaller
{
    private readonly string _directory;
    private readonly ConnectorCatalog _catalog;
    private readonly TimeProvider _clock;
    private readonly InstalledPlugins _installed;
    private readonly Lock _gate = new();

    /// <summary>Creates the installer; touches nothing yet.</summary>
    /// <param name="directory">The folder of installed connectors; made when needed.</param>
    /// <param name="catalog">Tells which connectors are there already.</param>
    /// <param name="clock">The clock.</param>
    public PluginInstaller(string directory, ConnectorCatalog catalog, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(clock);

        _directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        _catalog = catalog;
        _clock = clock;
        _installed = new InstalledPlugins(_directory);
    }

    /// <summary>Says whether the admin allowed an installed plugin to run in the hub's own process; see <see cref="IsolationRule"/>.</summary>
    /// <param name="directory">The folder of installed connectors.</param>
    /// <param name="pluginFolder">The plugin's folder, as a full path.</param>
    /// <returns><see langword="false"/> also when the lock file cannot be read: then nothing is allowed.</returns>
    public static bool IsAllowedInProcess(string directory, string pluginFolder)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(pluginFolder);

        try
        {
            return new InstalledPlugins(directory).Find(pluginFolder)?.RunsInProcess == true;
        }
        catch (InstallException)
        {
            return false;
        }
    }

    /// <summary>Installs a version of a plugin beside those that are there. Sources stay with the version they are pinned to.</summary>
    /// <param name="request">What to install.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="InstallException">It is refused; nothing was changed.</exception>
    public InstallResult Install(InstallRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        using var package = Open(request);
        lock (_gate)
        {
            Directory.CreateDirectory(_directory);
            PluginStage.CleanUp(_directory);
            var known = ConnectorLock.Read(_directory);
            using var stage = PluginStage.Begin(_directory);
            package.ExtractTo(stage.NewFolder);
            var plugin = Describe(package, stage.NewFolder, known, request);
            InstallPolicy.Check(known, _catalog.Scan(), plugin, request);
            RequireFit(stage.NewFolder, package.Name);
            var isNew = !IsThere(known, plugin);
            if (isNew)
            {
                stage.Announce(plugin.Folder);
                stage.MoveIn(plugin.Folder);
            }

            known.With(plugin).Write(_directory);
            return new InstallResult(plugin, PublisherName(known, plugin), isNew);
        }
    }

    /// <summary>Lists what is installed.</summary>
    /// <returns>The plugins by name, the newest version first.</returns>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public IReadOnlyList<InstalledPlugin> List() => [.. ConnectorLock.Read(_directory).Plugins
        .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(p => SemVersion.TryParse(p.Version))];

    /// <summary>Compares every file of the installed plugins with the lock file, and the signatures with the pinned keys.</summary>
    /// <returns>The plugins in the order of <see cref="List"/>.</returns>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public IReadOnlyList<PluginVerification> Verify()
    {
        var known = ConnectorLock.Read(_directory);
        return [.. List().Select(p => new PluginVerification(p, PublisherName(known, p), Check(p)))];
    }

    /// <summary>Removes one version of a plugin.</summary>
    /// <param name="plugin">The plugin as <see cref="List"/> gives it.</param>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public void Remove(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);

        lock (_gate)
        {
            PluginStage.CleanUp(_directory);
            using (var stage = PluginStage.Begin(_directory))
            {
                stage.Announce(plugin.Folder);
                ConnectorLock.Read(_directory).Without(plugin).Write(_directory);
                stage.MoveOut(plugin.Folder);
            }

            PluginStage.DeleteIfEmpty(Path.GetDirectoryName(Path.Combine(_directory, plugin.Folder))!);
        }
    }

    /// <summary>Undoes what an installation or removal that was cut short left behind.</summary>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public void CleanUp()
    {
        lock (_gate)
        {
            PluginStage.CleanUp(_directory);
        }
    }

    /// <summary>Lists whose signature is trusted.</summary>
    /// <returns>The publishers by name.</returns>
    /// <exception cref="InstallException">The lock file cannot be read.</exception>
    public IReadOnlyList<Publisher> Publishers() => [.. ConnectorLock.Read(_directory).Publishers.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Pins a publisher's public key.</summary>
    /// <param name="keyPath">The path of a PEM file with the public key.</param>
    /// <param name="name">What to call the publisher.</param>
    /// <returns>The publisher.</returns>
    /// <exception cref="InstallException">The file holds no usable key, or name or key is pinned already.</exception>
    public Publisher Trust(string keyPath, string name)
    {
        ArgumentNullException.ThrowIfNull(keyPath);
        ArgumentNullException.ThrowIfNull(name);

        if (!PluginName.IsUsable(name))
        {
            throw new InstallException($"'{name}' is no name for a publisher.", $"choose {PluginName.Expected}", isWrongUse: true);
        }

        using var key = PublisherKey.ReadFile(keyPath);
        lock (_gate)
        {
            var known = ConnectorLock.Read(_directory);
            if (known.Publishers.FirstOrDefault(p => p.Name == name || p.Fingerprint == key.Fingerprint) is { } there)
            {
                return there.Name == name && there.Fingerprint == key.Fingerprint ? there : throw new InstallException(
                    $"Key {there.Fingerprint[..16]} is pinned as '{there.Name}' already.",
                    $"choose another name, or take the old one away first: hub connector trust remove {there.Name}");
            }

            var publisher = new Publisher { Name = name, Fingerprint = key.Fingerprint, Key = key.PublicPem, PinnedAt = _clock.GetUtcNow() };
            Directory.CreateDirectory(_directory);
            (known with { Publishers = [.. known.Publishers, publisher] }).Write(_directory);
            return publisher;
        }
    }

    /// <summary>Takes trust from a publisher: what it signed is refused from the next use on.</summary>
    /// <param name="name">The publisher.</param>
    /// <returns>The installed plugins that this concerns.</returns>
    /// <exception cref="InstallException">There is no such publisher.</exception>
    public IReadOnlyList<InstalledPlugin> Distrust(string name)
    {
        lock (_gate)
        {
            var known = ConnectorLock.Read(_directory);
            var publisher = known.Publishers.FirstOrDefault(p => p.Name == name)
                ?? throw new InstallException($"There is no pinned publisher '{name}'.", "hub connector trust list", isWrongUse: true);
            (known with { Publishers = [.. known.Publishers.Where(p => p != publisher)] }).Write(_directory);
            return [.. known.Plugins.Where(p => p.Publisher == publisher.Fingerprint)];
        }
    }

    private static IPluginPackage Open(InstallRequest request)
    {
        if (request.Feed is { } feed)
        {
            return ZipPackage.Open(FolderFeed.Find(feed, request.Package));
        }

        return Directory.Exists(request.Package) ? new FolderPackage(Path.GetFullPath(request.Package))
            : File.Exists(request.Package) ? ZipPackage.Open(request.Package)
            : throw new InstallException(
                $"There is no file or folder '{request.Package}'.",
                "give the path of a .nupkg file or of a folder with a connector.json, or an id with --source FOLDER",
                isWrongUse: true);
    }

    private static void RequireFit(string folder, string package)
    {
        var unfit = new ConnectorCatalog([folder], NullLogger.Instance).Scan().FirstOrDefault(e => e.State == ConnectorState.Incompatible);
        if (unfit is not null)
        {
            throw new InstallException($"'{package}' cannot run in this hub. {string.Join(' ', unfit.Reasons)}");
        }
    }

    private InstalledPlugin Describe(IPluginPackage package, string folder, ConnectorLock known, InstallRequest request)
    {
        var reasons = new List<string>();
        var manifest = ManifestReader.Read(folder, reasons)
            ?? throw new InstallException($"'{package.Name}' holds no plugin. {string.Join(' ', reasons)}", "see sdk/docs/packaging.md");
        if (!PluginName.IsUsable(manifest.Name))
        {
            throw new InstallException($"The name '{manifest.Name}' in connector.json cannot be installed.", $"its author should choose {PluginName.Expected}");
        }

        if (package.Nuspec is { } nuspec
            && (!string.Equals(nuspec.Id, manifest.Name, StringComparison.OrdinalIgnoreCase) || nuspec.Version != manifest.Version))
        {
            throw new InstallException(
                $"Package '{package.Name}' says it is {nuspec.Id} {nuspec.Version}, its connector.json {manifest.Name} {manifest.Version}.",
                "do not use it; its author should make the two equal");
        }

        var version = manifest.Version.ToString();
        var files = PluginFiles.Hash(folder);
        return new InstalledPlugin
        {
            Name = manifest.Name,
            Version = version,
            Folder = $"{manifest.Name.ToLowerInvariant()}/{version}",
            Connectors = manifest.Connectors,
            Publisher = SignatureCheck.PublisherOf(folder, manifest.Name, version, files, known),
            Isolation = request.InProcess ? InstalledPlugin.InProcess : null,
            InstalledAt = known.Find(manifest.Name, version)?.InstalledAt ?? _clock.GetUtcNow(),
            Files = files,
        };
    }

    /// <summary>Says whether this very version is there, sound. One that is there damaged is put in again.</summary>
    private bool IsThere(ConnectorLock known, InstalledPlugin plugin)
    {
        if (known.Find(plugin.Name, plugin.Version) is not { } there)
        {
            return false;
        }

        return there.Files.Count == plugin.Files.Count && !there.Files.Except(plugin.Files).Any()
            ? Check(there).Count == 0
            : throw new InstallException(
                $"{plugin.Name} {plugin.Version} is installed already, with other contents.",
                $"give the package a version of its own, or remove the old one first: hub connector remove {plugin.Name} --version {plugin.Version}");
    }

    private IReadOnlyList<string> Check(InstalledPlugin plugin)
    {
        var folder = Path.Combine(_directory, plugin.Folder);
        return Directory.Exists(folder)
            ? _installed.Check(folder).Reasons
            : ["Its folder is missing. Install it again: hub connector install PACKAGE."];
    }

    private static string? PublisherName(ConnectorLock known, InstalledPlugin plugin) =>
        plugin.Publisher is { } fingerprint ? known.PublisherOf(fingerprint)?.Name : null;
}
