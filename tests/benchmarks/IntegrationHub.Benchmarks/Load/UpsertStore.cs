using IntegrationHub.Benchmarks.Load.People;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Golden;
using IntegrationHub.Identity;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Storage.Sqlite;
using IntegrationHub.Sync.Gate;
using IntegrationHub.Sync.Resolving;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Benchmarks.Load;

/// <summary>A store in a folder of its own with the sources of a customer base; records go in through gate, store and resolver.</summary>
internal sealed class UpsertStore : IAsyncDisposable
{
    private const string Stream = "people";
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromDays(1);

    private readonly string _folder;
    private readonly SqliteHubStore _store;
    private readonly RecordGate _gate = new(new GateOptions());
    private readonly ResolverService _resolver;
    private readonly List<(int SourceId, long RunId, Lease Lease)> _sources = [];

    private UpsertStore()
    {
        _folder = Directory.CreateTempSubdirectory("hub-upsert-").FullName;
        _store = new SqliteHubStore(StoreFile);
        _resolver = new ResolverService(
            _store, MatchModel.Shipped, SurvivorshipPolicy.Default, TimeProvider.System, NullLogger<ResolverService>.Instance);
    }

    private string StoreFile => Path.Combine(_folder, "hub.db");

    /// <summary>Makes a store.</summary>
    /// <param name="people">Whose sources it has.</param>
    /// <param name="kept">A store to start from, see <see cref="KeepAsync"/>; an empty one without it.</param>
    public static async Task<UpsertStore> CreateAsync(CustomerBase people, string? kept)
    {
        var made = new UpsertStore();
        if (kept is not null)
        {
            File.Copy(kept, made.StoreFile);
        }

        await made._store.InitializeAsync(CancellationToken.None);
        foreach (var source in people.Sources)
        {
            var now = TimeProvider.System.GetUtcNow();
            var stored = await made._store.Sources.FindAsync(source.Name, CancellationToken.None) ?? (await made._store.Sources.AddAsync(
                new Source { Name = source.Name, ConnectorId = "list-file", Settings = "{}", CreatedAt = now }, CancellationToken.None))!;
            var run = await made._store.Runs.StartAsync(new Run { SourceId = stored.Id, Trigger = "benchmark", StartedAt = now }, CancellationToken.None);
            var lease = await made._store.Leases.TryAcquireAsync(stored.Id, "benchmark", now, LeaseDuration, CancellationToken.None);
            made._sources.Add((stored.Id, run.Id, lease!));
        }

        return made;
    }

    /// <summary>Takes records of one source in; they are committed and wait for the resolver.</summary>
    public async Task CommitAsync(int source, IEnumerable<CustomerRecord> records)
    {
        var (sourceId, runId, lease) = _sources[source];
        var now = TimeProvider.System.GetUtcNow();
        var batch = new RecordBatch(sourceId, runId);
        foreach (var record in records)
        {
            var person = new PersonRecord(Stream, record.Key);
            for (var i = 0; i < record.Cells.Length; i++)
            {
                person.Add(record.Columns[i].Field, record.Cells[i].Written);
            }

            if (_gate.Admit(person, now).Accepted is { } accepted)
            {
                batch.Records.Add(accepted);
            }
        }

        await _store.Records.CommitAsync(batch, lease, now, CancellationToken.None);
    }

    /// <summary>Learns a model from what was taken in and settles all of it.</summary>
    public Task<ResolveOutcome> LoadAsync() => _resolver.ResolveAndLearnAsync(progress: null, CancellationToken.None);

    /// <summary>Ends here and leaves the store for the next time.</summary>
    public async Task KeepAsync(string kept)
    {
        foreach (var (_, _, lease) in _sources)
        {
            await _store.Leases.ReleaseAsync(lease, CancellationToken.None);
        }

        await _store.DisposeAsync();
        File.Move(StoreFile, kept);
    }

    /// <summary>Settles what waits, to committed golden records.</summary>
    public Task<ResolveOutcome> ResolveAsync() => _resolver.ResolveAsync(progress: null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _resolver.Dispose();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
