using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Inspection;
using IntegrationHub.Plugins.Installing;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Plugins.Processes.Protocol;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins;

/// <summary>Finds connectors in folders, tells which can run and why others cannot, and opens them.</summary>
/// <remarks>
/// Each plugin is a folder with a <c>connector.json</c>. A search folder's subfolders are looked at, or the search folder itself when
/// it holds a <c>connector.json</c>, and in a subfolder without one its subfolders: versions side by side. Names that begin with a dot are
/// passed over. Nothing of a plugin runs before <see cref="OpenAsync(string, CancellationToken)"/>. When two folders offer the same id, the
/// highest version that can run is taken; of equal versions the one in the earlier search folder, then the one whose folder name comes first.
/// Thread-safe. A plugin that fails is set aside and touches no other.
/// </remarks>
public sealed class ConnectorCatalog
{
    /// <summary>The environment variable with further folders to search, separated as in <c>PATH</c>.</summary>
    public const string FoldersVariable = "HUB_CONNECTORS";

    private readonly PluginFolders _folders;
    private readonly ConnectorCatalogOptions _options;
    private readonly ILogger _logger;
    private readonly PluginInspector _inspector;
    private readonly LoadMarkers _markers;
    private readonly PluginActivator _activator;
    private readonly ChildOpener _opener;
    private readonly RunMarkers _runs;
    private readonly IReadOnlySet<string> _cutShort;
    private readonly Lock _gate = new();
    private List<PluginSlot> _slots = [];
    private List<PluginSlot> _found = [];
    private Dictionary<string, PluginSlot> _winners = new(StringComparer.Ordinal);
    private Dictionary<string, PluginSlot> _unpinned = new(StringComparer.Ordinal);

    /// <summary>Creates the catalog. Reads no folder yet.</summary>
    /// <param name="folders">The folders to search, the most important first; those that do not exist are passed over.</param>
    /// <param name="logger">The log.</param>
    /// <param name="options">How to load and unload; defaults apply when it is <see langword="null"/>.</param>
    public ConnectorCatalog(IEnumerable<string> folders, ILogger logger, ConnectorCatalogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(logger);
        _options = options ?? new ConnectorCatalogOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.CrashesMax, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.UnloadRoundsMax, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.LoadDeadline, TimeSpan.Zero, nameof(options));

        var host = new HostAssemblies();
        _logger = logger;
        _folders = new PluginFolders(folders, logger);
        _inspector = new PluginInspector(host, _options.InstalledDirectory is { } installed ? new InstalledPlugins(installed) : null);
        _markers = new LoadMarkers(_options.StateDirectory, _options.Clock);
        _activator = new PluginActivator(host, _markers, _options, logger);
        _opener = new ChildOpener(_options, logger);
        _runs = new RunMarkers(_options.StateDirectory);
        _cutShort = _runs.TakeLeftOver();
    }

    /// <summary>Gets the folder of the connectors that came with the hub.</summary>
    internal static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "connectors");

    /// <summary>Gives the folders that the hub searches by itself: <c>connectors</c> beside the executable, <c>connectors</c> in the data
    /// folder, and those in the environment variable <c>HUB_CONNECTORS</c>.</summary>
    /// <param name="dataDirectory">The data folder, or <see langword="null"/> when there is none yet.</param>
    /// <returns>The folders, whether or not they exist.</returns>
    public static IReadOnlyList<string> DefaultFolders(string? dataDirectory)
    {
        var folders = new List<string> { ShippedFolder };
        if (!string.IsNullOrEmpty(dataDirectory))
        {
            folders.Add(Path.Combine(Path.GetFullPath(dataDirectory), "connectors"));
        }

        var more = Environment.GetEnvironmentVariable(FoldersVariable) ?? string.Empty;
        folders.AddRange(more.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return folders;
    }

    /// <summary>Looks through the folders again. A plugin whose files did not change keeps its state; one that was set aside gets a new
    /// chance when they did.</summary>
    /// <returns>One entry per offered connector, and one per folder whose manifest cannot be used; ordered by id, the one that would be
    /// opened first.</returns>
    public IReadOnlyList<ConnectorEntry> Scan()
    {
        lock (_gate)
        {
            Refresh();
            var listed = CatalogListing.Of(_slots, _winners, _options.Isolation);
            return _options.OffersBuiltIns ? [.. BuiltInConnectors.Entries, .. listed] : listed;
        }
    }

    /// <summary>Opens a connector, waiting at most the load deadline.</summary>
    /// <param name="connectorId">The id.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The connector, to be disposed when the run ends.</returns>
    /// <exception cref="PluginException">There is no such connector, it cannot run here, or it failed now or before.</exception>
    public Task<LoadedConnector> OpenAsync(string connectorId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectorId);

        return OpenAsync(() => Find(connectorId), connectorId, cancellationToken);
    }

    /// <summary>Opens a connector for a source, in the version that the source is pinned to.</summary>
    /// <param name="connectorId">The id.</param>
    /// <param name="version">The installed version, or <see langword="null"/> for a source that is not pinned: it goes with what came with the
    /// hub or lies in a folder that the admin named, and only without such a plugin with the newest installed one.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The connector, to be disposed when the run ends.</returns>
    /// <exception cref="PluginException">There is no such version, it cannot run here, or it failed now or before.</exception>
    public Task<LoadedConnector> OpenPinnedAsync(string connectorId, string? version, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectorId);

        return OpenAsync(() => FindPinned(connectorId, version), connectorId, cancellationToken);
    }

    /// <summary>Opens a connector in this process and as it is, whatever the hub would put around it: for tests of the connector itself.</summary>
    /// <param name="connectorId">The id.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The connector, to be disposed after one run.</returns>
    /// <exception cref="PluginException">There is no such connector, it cannot run here, or it failed now or before.</exception>
    public Task<LoadedConnector> OpenBareAsync(string connectorId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectorId);

        return Task.Run<LoadedConnector>(() => OpenBare(Find(connectorId), connectorId), cancellationToken);
    }

    /// <summary>Waits until the code of closed connectors has left memory, collecting garbage, and reports what is left.</summary>
    /// <param name="connectorId">A connector of the plugin. All versions of it that this catalog has loaded are looked at.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>One report per version of the plugin, the one in use first; a leak is also logged and shown by <see cref="Scan"/>.</returns>
    /// <remarks>Each round is a full, blocking garbage collection of the whole process; use it in tests, when a plugin is replaced or
    /// removed, and on request, not after each run.</remarks>
    public async Task<IReadOnlyList<UnloadReport>> UnloadAsync(string connectorId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectorId);

        var reports = new List<UnloadReport>();
        foreach (var slot in Offering(connectorId))
        {
            reports.Add(await UnloadWatch.RunAsync(slot, _options, _logger, cancellationToken));
        }

        return reports;
    }

    private Task<LoadedConnector> OpenAsync(Func<PluginSlot> find, string connectorId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.OffersBuiltIns && BuiltInConnectors.Open(connectorId) is { } builtIn)
        {
            return Task.FromResult<LoadedConnector>(new MaskingConnector(builtIn));
        }

        return Task.Run<LoadedConnector>(
            async () =>
            {
                var slot = find();
                return new MaskingConnector(
                    _options.Isolation.Of(slot.Inspection.Folder, slot.Inspection.Manifest!.AsksForProcess) == Isolation.InProcess
                        ? OpenInProcess(slot, connectorId)
                        : await _opener.OpenAsync(slot, connectorId, cancellationToken))
                {
                    Hosts = slot.Inspection.Manifest.Hosts,
                };
            },
            cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private GuardedConnector OpenInProcess(PluginSlot slot, string connectorId)
    {
        StrayExceptions.Report(_logger);
        var inner = OpenBare(slot, connectorId);
        var marker = _runs.Begin(slot.Inspection.Folder, $"connector '{connectorId}' (plugin {slot.Inspection.Name} {slot.Inspection.Version})");
        return new GuardedConnector(inner, slot, _options, _logger, marker);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private InProcessConnector OpenBare(PluginSlot slot, string connectorId)
    {
        var (connector, description) = _activator.Open(slot, connectorId);
        Log.ConnectorOpened(_logger, slot.Inspection.Name, slot.Inspection.Version, connectorId);
        return new InProcessConnector(connector, description, slot.Inspection.Name, slot.Inspection.Version)
        {
            Release = slot.Release,
            DisposeDeadline = _options.LoadDeadline,
            Clock = _options.Clock,
            Logger = _logger,
            Hosts = slot.Inspection.Manifest?.Hosts,
        };
    }

    private PluginSlot Find(string connectorId)
    {
        lock (_gate)
        {
            if (!_winners.TryGetValue(connectorId, out var slot) || HasChanged(slot))
            {
                Refresh();
                slot = _winners.GetValueOrDefault(connectorId);
            }

            return slot is { Inspection.IsFit: true } ? slot : throw Unusable(connectorId, slot);
        }
    }

    private PluginSlot FindPinned(string connectorId, string? version)
    {
        lock (_gate)
        {
            var slot = Pinned(connectorId, version);
            if (slot is null || HasChanged(slot))
            {
                Refresh();
                slot = Pinned(connectorId, version);
            }

            return slot switch
            {
                { Inspection.IsFit: true } => slot,
                null when version is not null => throw new PluginException(
                    connectorId,
                    null,
                    [$"Version {version}, which the source is pinned to, is not installed. Install it again, or choose another: "
                        + "hub connector upgrade SOURCE --to VERSION."]),
                _ => throw Unusable(connectorId, slot),
            };
        }
    }

    private PluginSlot? Pinned(string connectorId, string? version)
    {
        if (version is not null)
        {
            return _found
                .Where(s => s.Inspection is { Origin: PluginOrigin.Installed, Manifest: { } manifest }
                    && s.Inspection.Version == version && manifest.Connectors.Contains(connectorId, StringComparer.Ordinal))
                .OrderByDescending(s => s.Inspection.IsFit)
                .FirstOrDefault();
        }

        var unpinned = _unpinned.GetValueOrDefault(connectorId);
        return unpinned is { Inspection.IsFit: true } ? unpinned : _winners.GetValueOrDefault(connectorId) ?? unpinned;
    }

    private PluginException Unusable(string connectorId, PluginSlot? slot)
    {
        if (slot is not null)
        {
            return new PluginException(connectorId, slot.Inspection.Name, slot.Inspection.Reasons);
        }

        var found = _winners.Count == 0 ? "none" : string.Join(", ", _winners.Keys.Order(StringComparer.Ordinal));
        return new PluginException(
            connectorId,
            null,
            [$"No plugin offers it; offered: {found}. Check the id, or put its plugin into one of: {string.Join(", ", _folders.Searched)}."]);
    }

    private List<PluginSlot> Offering(string connectorId)
    {
        lock (_gate)
        {
            var winner = _winners.GetValueOrDefault(connectorId);
            return [.. _slots.Where(s => s.Inspection.Manifest?.Connectors.Contains(connectorId, StringComparer.Ordinal) == true)
                .OrderByDescending(s => s == winner)];
        }
    }

    private bool HasChanged(PluginSlot slot)
    {
        try
        {
            return PluginFingerprint.Of(slot.Inspection.Folder) != slot.Inspection.Fingerprint || _inspector.IsOutdated(slot.Inspection);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private void Refresh()
    {
        var known = _slots.ToDictionary(s => (s.Inspection.Folder, s.Inspection.Fingerprint, s.Inspection.IsFit));
        var found = _folders.Find()
            .Select(_inspector.Inspect)
            .Select(i => known.GetValueOrDefault((i.Folder, i.Fingerprint, i.IsFit)) is { } slot && HasReasons(slot, i) ? slot : NewSlot(i))
            .ToList();

        _found = found;
        _winners = CatalogListing.Winners(found);
        _unpinned = CatalogListing.Winners([.. found.Where(s => s.Inspection.Origin != PluginOrigin.Installed)]);
        if (_options.OffersBuiltIns)
        {
            foreach (var entry in BuiltInConnectors.Entries)
            {
                _winners.Remove(entry.Id);
                _unpinned.Remove(entry.Id);
            }
        }

        // What was replaced or removed stays in sight until its code has left memory.
        _slots = [.. found, .. _slots.Except(found).Where(s => s.IsInMemory)];
    }

    // The lock file may say another thing of files that did not change.
    private static bool HasReasons(PluginSlot slot, PluginInspection inspection) =>
        slot.Inspection.Reasons.SequenceEqual(inspection.Reasons, StringComparer.Ordinal);

    private PluginSlot NewSlot(PluginInspection inspection)
    {
        var slot = new PluginSlot(inspection);
        if (_cutShort.Contains(inspection.Folder))
        {
            slot.Warn("The hub ended in the middle of a run of it the last time. If nobody killed the hub, the plugin ended it.");
            Log.RunCutShort(_logger, inspection.Folder);
        }

        var crashes = inspection.IsFit ? _markers.Crashes(inspection) : 0;
        if (crashes == 0)
        {
            return slot;
        }

        Log.CrashFound(_logger, inspection.Name, inspection.Version, crashes);
        if (crashes >= _options.CrashesMax)
        {
            slot.SetAside($"The hub died {crashes} times in a row while loading it. Install another version of the plugin, or delete "
                + $"{_markers.PathOf(inspection)} to try again.");
        }
        else
        {
            slot.Warn("The hub died the last time while loading it. It will be tried again.");
        }

        return slot;
    }
}
