using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Receiving;
using IntegrationHub.Sync.Resolving;
using IntegrationHub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Hosting.Tests;

/// <summary>A hub of its own for one test: a real store, the real runner, a hostile plugin and a good neighbour.</summary>
internal sealed class HubBench : IAsyncDisposable
{
    public const int NeighbourCount = 2_000;
    public const int HostileCount = 200;
    public const string Secret = "canary+s3cret/value";

    private readonly string _folder;
    private readonly SettingsResolver _settings;
    private readonly SourceCredentials _credentials;
    private readonly SyncRunner _runner;

    private HubBench(string folder, Isolation isolation, TimeSpan patience, TimeSpan? lockPatience)
    {
        _folder = folder;
        Store = new SqliteHubStore(DatabasePath, lockPatience);
        Catalog = new ConnectorCatalog(
            [Fixture("Fixture.Hostile"), PluginsPath],
            Log,
            new ConnectorCatalogOptions
            {
                StateDirectory = Path.Combine(_folder, "state"),
                LoadDeadline = patience,
                Isolation = new IsolationRule(_ => isolation == Isolation.InProcess),
                Limits = new CallLimits
                {
                    Check = patience,
                    Discover = patience,
                    Progress = patience,
                    Receive = patience,
                    StopGrace = TimeSpan.FromSeconds(0.5),
                    ProcessMemoryBytesMax = 256 * 1024 * 1024,
                },
            });
        Vault = new SecretVault(Store.Sources, new DataFolder(_folder).SecretKeyPath);
        _credentials = new SourceCredentials(Vault);
        _settings = new SettingsResolver(Vault);
        _runner = new SyncRunner(
            Store, Catalog, _settings, _credentials, new RecordGate(new GateOptions()), _folder, TimeProvider.System, Log);
        var resolver = new ResolverService(
            Store, MatchModel.Shipped, SurvivorshipPolicy.Default, TimeProvider.System, NullLogger<ResolverService>.Instance);
        Receivers = new SourceReceivers(
            Store, Catalog, _settings, _credentials, new RecordGate(new GateOptions()), resolver, _folder, TimeProvider.System, Log);
    }

    public CapturingLog Log { get; } = new();

    public SqliteHubStore Store { get; }

    public ConnectorCatalog Catalog { get; }

    public SecretVault Vault { get; }

    public SourceReceivers Receivers { get; }

    public string Folder => _folder;

    private string PluginsPath => Path.Combine(_folder, "plugins");

    public string DatabasePath => Path.Combine(_folder, "hub.db");

    /// <summary>Makes one.</summary>
    /// <param name="isolation">Where the plugin runs.</param>
    /// <param name="fault">What it will do: one that never ends is given up soon, every other may take its time on a busy machine.</param>
    /// <param name="folder">Where its data folder is made; among the temporary ones by default.</param>
    /// <param name="lockPatience">How long its store waits for another process.</param>
    public static async Task<HubBench> OpenAsync(
        Isolation isolation, string fault = "none", string? folder = null, TimeSpan? lockPatience = null)
    {
        var isEndless = fault.StartsWith("block-in", StringComparison.Ordinal) || fault == "spin";
        var bench = new HubBench(
            Directory.CreateDirectory(Path.Combine(folder ?? Path.GetTempPath(), $"hub-hosting-{Guid.NewGuid():N}")).FullName,
            isolation,
            TimeSpan.FromSeconds(isEndless ? 3 : 30),
            lockPatience);
        await DataFolderSetup.CompleteAsync(new DataFolder(bench._folder), async () =>
        {
            await bench.Store.InitializeAsync(CancellationToken.None);
            return false;
        });
        return bench;
    }

    private static string Fixture(string name) => Repo.PathOf("artifacts", "fixtures", name);

    public async ValueTask DisposeAsync()
    {
        await Receivers.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<Source> AddAsync(string name, string fault, int count, JObject? more = null, string connector = "hostile")
    {
        var settings = new JObject { ["fault"] = fault, ["count"] = count, ["token"] = new JObject { ["$secret"] = "token" } };
        settings.Merge(more);
        var source = (await Store.Sources.AddAsync(
            new Source { Name = name, ConnectorId = connector, Settings = settings.ToString() }, CancellationToken.None))!;
        await Vault.SetAsync(source, "token", new Secret(Secret), CancellationToken.None);
        return source;
    }

    /// <summary>Puts another plugin where the hub looks for them.</summary>
    public void AddPlugin(string fixture, string connector)
    {
        var target = Directory.CreateDirectory(Path.Combine(PluginsPath, connector)).FullName;
        foreach (var file in Directory.EnumerateFiles(Fixture(fixture)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        var manifest = JObject.Parse(File.ReadAllText(Path.Combine(target, "connector.json")));
        manifest["connectors"] = new JArray(connector);
        File.WriteAllText(Path.Combine(target, "connector.json"), manifest.ToString());
    }

    /// <summary>Checks a source as an admin does.</summary>
    public async Task<CheckResult> CheckAsync(Source source)
    {
        await using var connector = await Catalog.OpenAsync(source.ConnectorId, CancellationToken.None);
        var context = new ConnectorContext { SourceName = source.Name, Logger = Log, Credentials = _credentials.For(source) };
        return await connector.CheckAsync(await _settings.ResolveAsync(source, CancellationToken.None), context, CancellationToken.None);
    }

    public Task<Run> RunAsync(Source source, CancellationToken cancellationToken, IProgress<SyncProgress>? progress = null) =>
        _runner.RunAsync(source, new SyncOptions(), progress, cancellationToken);

    /// <summary>Counts the live records of each source.</summary>
    public async Task<IReadOnlyDictionary<int, int>> CountRecordsAsync()
    {
        var counts = new Dictionary<int, int>();
        await foreach (var record in Store.Records.ReadLiveAsync(CancellationToken.None))
        {
            counts[record.SourceId] = counts.GetValueOrDefault(record.SourceId) + 1;
        }

        return counts;
    }

    /// <summary>Runs the hostile source, and a good one at the same time and once more after it; the good one must deliver everything.</summary>
    /// <returns>How the hostile run ended, and how many of its records are in the store.</returns>
    public async Task<(Run Run, int Records)> RunBesideANeighbourAsync(string fault, CancellationTokenSource? stop = null)
    {
        var hostile = await AddAsync("hostile", fault, HostileCount);
        var run = await BesideANeighbourAsync(() => RunAsync(hostile, stop?.Token ?? CancellationToken.None));
        return (run, (await CountRecordsAsync()).GetValueOrDefault(hostile.Id));
    }

    /// <summary>Does something hostile, and runs a good source at the same time and another after it; both must deliver everything.</summary>
    /// <returns>What the hostile act gave.</returns>
    public async Task<T> BesideANeighbourAsync<T>(Func<Task<T>> hostile)
    {
        var beside = await AddAsync("beside", "none", NeighbourCount);
        var after = await AddAsync("after", "none", NeighbourCount);

        var besideRun = RunAsync(beside, CancellationToken.None);
        var result = await hostile();
        foreach (var neighbour in new[] { await besideRun, await RunAsync(after, CancellationToken.None) })
        {
            Assert.True(neighbour.Status == RunStatus.Succeeded, $"The neighbour: {neighbour.Status}: {neighbour.Error}");
        }

        var counts = await CountRecordsAsync();
        Assert.Equal((NeighbourCount, NeighbourCount), (counts[beside.Id], counts[after.Id]));
        return result;
    }
}
