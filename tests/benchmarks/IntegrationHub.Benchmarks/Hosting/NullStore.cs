using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Gate;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Benchmarks.Hosting;

/// <summary>A store that counts and forgets: what is left to measure is everything before it.</summary>
internal sealed class NullStore : IHubStore, IRecordStore, IRunStore, ILeaseStore
{
    public long Committed { get; private set; }

    public long Interactions { get; private set; }

    public IRecordStore Records => this;

    public IRunStore Runs => this;

    public ILeaseStore Leases => this;

    public ISourceStore Sources { get; } = new NoSources();

    public IQuarantineStore Quarantine => throw new NotSupportedException();

    public ICustomerStore Customers => throw new NotSupportedException();

    public IDecisionStore Decisions => throw new NotSupportedException();

    public IModelStore Models => throw new NotSupportedException();

    /// <summary>Makes a runner of syncs that writes here; sources come as they are, with plain settings.</summary>
    public SyncRunner RunnerOf(ConnectorCatalog catalog) => new(
        this,
        catalog,
        new PlainSettings(),
        new SourceCredentials(new SecretVault(Sources, "unused")),
        new RecordGate(new GateOptions()),
        Path.GetTempPath(),
        TimeProvider.System,
        NullLogger<SyncRunner>.Instance);

    public Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<BatchOutcome> CommitAsync(RecordBatch batch, Lease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Committed += batch.Records.Count;
        Interactions += batch.Interactions.Count;
        return Task.FromResult(new BatchOutcome());
    }

    public Task<IReadOnlyList<StreamCheckpoint>> GetCheckpointsAsync(int sourceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StreamCheckpoint>>([]);

    public Task SetCheckpointAsync(int sourceId, StreamCheckpoint checkpoint, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> ResetCheckpointsAsync(int sourceId, string? stream, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<SourceRecord> ReadLiveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SourceRecord>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SourceRecord?> FindAsync(RecordRef reference, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SourceRecord>> FindByTokenAsync(long token, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<(long RecordId, long Change)>> GetPendingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<(long RecordId, Consent Consent)>> GetConsentsAsync(
        IReadOnlyList<long> recordIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Run> StartAsync(Run run, CancellationToken cancellationToken) => Task.FromResult(run with { Id = 1 });

    public Task UpdateAsync(Run run, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Run?> IRunStore.FindAsync(long runId, CancellationToken cancellationToken) => Task.FromResult<Run?>(null);

    public Task<IReadOnlyList<Run>> ListAsync(int? sourceId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RequestCancelAsync(long runId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> IsCancelRequestedAsync(long runId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<Lease?> TryAcquireAsync(
        int sourceId, string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
        Task.FromResult<Lease?>(new Lease(sourceId, 1, owner, now + duration));

    public Task<bool> RenewAsync(Lease lease, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Lease?> ILeaseStore.FindAsync(int sourceId, CancellationToken cancellationToken) => Task.FromResult<Lease?>(null);
}
