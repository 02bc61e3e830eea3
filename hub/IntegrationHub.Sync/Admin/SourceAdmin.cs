using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sync.Pipeline;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Adds, changes, checks and removes sources. Thread-safe.</summary>
public sealed partial class SourceAdmin
{
    private readonly ISourceStore _sources;
    private readonly ConnectorCatalog _catalog;
    private readonly SecretVault _vault;
    private readonly SettingsResolver _resolver;
    private readonly SourceCredentials _credentials;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>Creates the service.</summary>
    /// <param name="sources">Keeps the sources.</param>
    /// <param name="catalog">Where connectors come from.</param>
    /// <param name="vault">Keeps their secrets.</param>
    /// <param name="credentials">Where rotated secrets go.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The log.</param>
    public SourceAdmin(
        ISourceStore sources,
        ConnectorCatalog catalog,
        SecretVault vault,
        SourceCredentials credentials,
        TimeProvider clock,
        ILogger<SourceAdmin> logger)
    {
        _sources = sources;
        _catalog = catalog;
        _vault = vault;
        _resolver = new SettingsResolver(vault);
        _credentials = credentials;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Adds a source. Its settings are checked against the connector's schema; nothing is read yet.</summary>
    /// <param name="request">What to add.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The source as stored.</returns>
    /// <exception cref="AdminException">The name is bad or taken, there is no such connector, or the settings do not fit.</exception>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    public async Task<Source> AddAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (!NamePattern().IsMatch(request.Name))
        {
            throw AdminException.WrongUse(
                $"'{request.Name}' is no name for a source.",
                "1 to 64 lower-case letters, digits, hyphens and underscores, a letter or digit first");
        }

        CheckTrust(request.Trust);
        var pin = NewestOf(request.ConnectorId);
        var settings = SettingsValidator.Validate(request.ConnectorId, await SchemaAsync(request.ConnectorId, pin, cancellationToken), request.Settings);
        settings.Values[SettingsResolver.BaseDirectoryProperty] = request.BaseDirectory;
        if (settings.Secrets.Count > 0)
        {
            _vault.RequireKey();
        }

        var source = await _sources.AddAsync(
            new Source
            {
                Name = request.Name,
                ConnectorId = request.ConnectorId,
                PluginVersion = pin,
                Settings = settings.Values.ToString(Newtonsoft.Json.Formatting.None),
                Trust = request.Trust,
                IsDeduplicated = request.IsDeduplicated || IsPromised(settings.Values),
                CreatedAt = _clock.GetUtcNow(),
            },
            cancellationToken);
        if (source is null)
        {
            throw AdminException.Conflict(
                $"There is a source '{request.Name}' already.",
                next: $"choose another name, or change it with: hub source set {request.Name} --set NAME=VALUE");
        }

        await StoreSecretsAsync(source, settings, cancellationToken);
        return source;
    }

    /// <summary>Changes settings of a source; what is not given stays. A setting given as <see langword="null"/> goes back to its default.</summary>
    /// <param name="name">The source.</param>
    /// <param name="changes">The settings to change, secrets in clear.</param>
    /// <param name="trust">The new trust, or <see langword="null"/> to leave it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The source as stored.</returns>
    /// <exception cref="AdminException">There is no such source, or the settings do not fit.</exception>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    public async Task<Source> UpdateAsync(string name, JObject changes, double? trust, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);

        var source = await GetAsync(name, cancellationToken);
        CheckTrust(trust ?? source.Trust);
        var merged = SettingsResolver.Parse(source.Settings);
        var baseDirectory = merged[SettingsResolver.BaseDirectoryProperty];
        var withdrawn = merged[WithdrawnLists.Property];
        SettingsResolver.RemoveOwn(merged);
        foreach (var change in changes.Properties())
        {
            merged.Property(change.Name, StringComparison.OrdinalIgnoreCase)?.Remove();
            merged[change.Name] = change.Value;
        }

        var settings = SettingsValidator.Validate(source.ConnectorId, await SchemaAsync(source.ConnectorId, source.PluginVersion, cancellationToken), merged);
        settings.Values[SettingsResolver.BaseDirectoryProperty] = baseDirectory;
        if (withdrawn is not null)
        {
            settings.Values[WithdrawnLists.Property] = withdrawn;
        }

        source = source with
        {
            Settings = settings.Values.ToString(Newtonsoft.Json.Formatting.None),
            Trust = trust ?? source.Trust,
            IsDeduplicated = settings.Values["deduplicated"] is null ? source.IsDeduplicated : IsPromised(settings.Values),
        };
        await StoreSecretsAsync(source, settings, cancellationToken);
        await _sources.UpdateAsync(source, cancellationToken);
        return source;
    }

    /// <summary>Lists the sources by name.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sources.</returns>
    public Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken) => _sources.ListAsync(cancellationToken);

    /// <summary>Lists the sources that the hub reads from. One whose connector cannot be opened is among them: its run will say why.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sources by name, without those that are pushed to.</returns>
    public async Task<IReadOnlyList<Source>> ListReadAsync(CancellationToken cancellationToken)
    {
        var sources = await _sources.ListAsync(cancellationToken);
        var pushed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var connectorId in sources.Select(s => s.ConnectorId).Distinct(StringComparer.Ordinal))
        {
            try
            {
                await using var connector = await _catalog.OpenAsync(connectorId, cancellationToken);
                if (!connector.IsPull)
                {
                    pushed.Add(connectorId);
                }
            }
            catch (PluginException)
            {
                continue;
            }
        }

        return [.. sources.Where(s => !pushed.Contains(s.ConnectorId))];
    }

    /// <summary>Finds a source by name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The source; its settings hold references to secrets, never secrets.</returns>
    /// <exception cref="AdminException">There is none.</exception>
    public async Task<Source> GetAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);

        if (await _sources.FindAsync(name, cancellationToken) is { } source)
        {
            return source;
        }

        var names = (await _sources.ListAsync(cancellationToken)).Select(s => s.Name).ToList();
        throw AdminException.NotFound(
            $"There is no source '{name}'.",
            names.Count == 0 ? null : $"one of {string.Join(", ", names)}",
            names.Count == 0 ? "hub source add NAME --connector ID" : "hub source list");
    }

    /// <summary>Removes a source: its records count as deleted. Resolve afterwards.</summary>
    /// <param name="name">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    /// <exception cref="AdminException">There is no such source.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var source = await GetAsync(name, cancellationToken);
        await _sources.RemoveAsync(source.Id, cancellationToken);
    }

    /// <summary>Tries a source against the real system and lists its streams. Changes nothing.</summary>
    /// <param name="name">The source.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="AdminException">There is no such source.</exception>
    /// <exception cref="ConnectorException">The check failed.</exception>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    public async Task<SourceCheck> CheckAsync(string name, CancellationToken cancellationToken)
    {
        var source = await GetAsync(name, cancellationToken);
        await using var connector = await _catalog.OpenPinnedAsync(source.ConnectorId, source.PluginVersion, cancellationToken);
        var settings = await _resolver.ResolveAsync(source, cancellationToken);
        if (!connector.IsPull)
        {
            return new SourceCheck(new CheckResult($"Ready: what is sent to /v1/collect/{source.Name}/ is taken while 'hub serve' runs."), []);
        }

        var context = ContextOf(source, connector.PermittedHostsFor(settings));
        var result = await connector.CheckAsync(settings, context, cancellationToken);
        return new SourceCheck(result, await connector.DiscoverAsync(settings, context, cancellationToken));
    }

    /// <summary>Reads the first messages of a source and stores nothing.</summary>
    /// <param name="name">The source.</param>
    /// <param name="stream">The stream, or <see langword="null"/> for all.</param>
    /// <param name="limit">The most messages to read per stream; checkpoints do not count.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The messages as the connector gives them.</returns>
    /// <exception cref="AdminException">There is no such source or stream, or it is pushed to.</exception>
    /// <exception cref="ConnectorException">The reading failed.</exception>
    /// <exception cref="PluginException">The connector cannot be opened.</exception>
    public async IAsyncEnumerable<Message> PreviewAsync(
        string name, string? stream, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = await GetAsync(name, cancellationToken);
        await using var connector = await _catalog.OpenPinnedAsync(source.ConnectorId, source.PluginVersion, cancellationToken);
        RequirePull(connector, source);
        var settings = await _resolver.ResolveAsync(source, cancellationToken);
        var context = ContextOf(source, connector.PermittedHostsFor(settings));
        var offered = await connector.DiscoverAsync(settings, context, cancellationToken);
        if (stream is not null && offered.All(s => s.Name != stream))
        {
            throw AdminException.NotFound(
                $"Source '{name}' has no stream '{stream}'.", $"one of {string.Join(", ", offered.Select(s => s.Name))}");
        }

        // One stream after the other, so that the limit of one does not hide the next.
        foreach (var wanted in offered.Where(s => stream is null || s.Name == stream))
        {
            var request = new ReadRequest([new StreamRequest(wanted.Name, SyncMode.Full)], _clock.GetUtcNow());
            var count = 0;
            await foreach (var message in connector.ReadAsync(settings, request, context, cancellationToken))
            {
                if (message is Checkpoint or StreamCompleted)
                {
                    continue;
                }

                yield return message;
                if (++count >= limit)
                {
                    break;
                }
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    private static bool IsPromised(JObject settings) => settings["deduplicated"] is JValue { Value: true };

    private static void CheckTrust(double trust)
    {
        if (trust is not (>= 0 and <= 1))
        {
            throw AdminException.WrongUse("The trust is out of range.", "a number from 0 to 1");
        }
    }

    private static void RequirePull(LoadedConnector connector, Source source)
    {
        if (!connector.IsPull)
        {
            throw AdminException.WrongUse(
                $"Source '{source.Name}' is pushed to; the hub cannot read from it.", next: "push to it while 'hub serve' runs");
        }
    }

    /// <summary>Gives the version to pin a new source to: the newest when it is an installed one, else none.</summary>
    private string? NewestOf(string connectorId)
    {
        var entries = _catalog.Scan();
        if (entries.All(e => e.Id != connectorId))
        {
            throw AdminException.NotFound(
                $"There is no connector '{connectorId}'.",
                $"one of {string.Join(", ", entries.Where(e => e.CanOpen).Select(e => e.Id).Distinct(StringComparer.Ordinal))}",
                "hub connector list");
        }

        return entries.FirstOrDefault(e => e.Id == connectorId && e.CanOpen) is { Origin: PluginOrigin.Installed } newest ? newest.Version : null;
    }

    private async Task<SettingsSchema> SchemaAsync(string connectorId, string? version, CancellationToken cancellationToken)
    {
        await using var loaded = await _catalog.OpenPinnedAsync(connectorId, version, cancellationToken);
        return loaded.Description.Settings;
    }

    private async Task StoreSecretsAsync(Source source, ValidSettings settings, CancellationToken cancellationToken)
    {
        foreach (var (name, secret) in settings.Secrets)
        {
            await _vault.SetAsync(source, name, secret, cancellationToken);
        }
    }

    private ConnectorContext ContextOf(Source source, IReadOnlyList<string>? hosts) => new()
    {
        SourceName = source.Name,
        Logger = _logger,
        Clock = _clock,
        BaseDirectory = SettingsResolver.BaseDirectoryOf(source) ?? Environment.CurrentDirectory,
        Credentials = _credentials.For(source),
        PermittedHosts = hosts,
    };
}
