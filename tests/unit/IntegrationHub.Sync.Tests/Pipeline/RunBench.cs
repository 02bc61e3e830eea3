using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Tests.Pipeline;

/// <summary>A store in a folder of its own, one source, and runs on it.</summary>
public sealed class RunBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-run-").FullName;

    private RunBench()
    {
        Store = new SqliteHubStore(Path.Combine(_folder, "hub.db"));
    }

    public SqliteHubStore Store { get; }

    public Source Source { get; private set; } = null!;

    public ScriptedConnector Connector { get; } = new();

    public static async Task<RunBench> OpenAsync()
    {
        var bench = new RunBench();
        await bench.Store.InitializeAsync(CancellationToken.None);
        bench.Source = (await bench.Store.Sources.AddAsync(
            new Source { Name = "shop", ConnectorId = "scripted", Settings = "{}" }, CancellationToken.None))!;
        return bench;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs the connector once, as the runner does, without loading it from a folder.</summary>
    public async Task<Run> RunAsync(bool full = false, Func<Run, Task>? started = null)
    {
        await using var keeper = await LeaseKeeper.AcquireAsync(
            Store.Leases, Source.Id, Source.Name, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        var run = await Store.Runs.StartAsync(
            new Run { SourceId = Source.Id, Trigger = "test", StartedAt = TimeProvider.System.GetUtcNow() }, CancellationToken.None);
        await (started?.Invoke(run) ?? Task.CompletedTask);
        var execution = new RunExecution(
            Store, new RecordGate(new GateOptions()), Source, run, keeper.Lease, null, TimeProvider.System, NullLogger.Instance);
        await execution.ReadAsync(
            LoadedConnector.Of(Connector, "Scripted", "1.0.0"),
            new JObject(),
            new SyncOptions { Full = full },
            new ConnectorContext { SourceName = "shop" },
            CancellationToken.None);
        return await execution.EndAsync();
    }

    public async Task<List<SourceRecord>> LiveAsync()
    {
        var records = new List<SourceRecord>();
        await foreach (var record in Store.Records.ReadLiveAsync(CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }
}
