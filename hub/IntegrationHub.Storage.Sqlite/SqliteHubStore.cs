using IntegrationHub.Core.Storage;
using IntegrationHub.Storage.Sqlite.Customers;
using IntegrationHub.Storage.Sqlite.Engine;
using IntegrationHub.Storage.Sqlite.Records;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>Everything the hub keeps, in one SQLite file: write-ahead log, every commit on disk before it counts.</summary>
/// <remarks>Thread-safe. One process should own the file; a second one can read, and its writes wait for a while.
/// Times are kept to the millisecond in UTC. Failures are <see cref="StoreException"/>, which never hold a stored value.
/// Reads before <see cref="InitializeAsync"/> throw <see cref="InvalidOperationException"/>.</remarks>
public sealed class SqliteHubStore : IHubStore
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    private readonly StoreFile _file;

    /// <summary>Creates the store; nothing is opened yet.</summary>
    /// <param name="path">The path of the file. Its folder is made when it is missing; the file is readable by its owner only.</param>
    /// <param name="lockPatience">How long to wait while another process writes before that is a failure; 30 seconds when it is
    /// <see langword="null"/>.</param>
    public SqliteHubStore(string path, TimeSpan? lockPatience = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        _file = new StoreFile(path, lockPatience ?? LockPatience);
        Sources = new SourceStore(_file);
        Records = new RecordStore(_file);
        Quarantine = new QuarantineStore(_file);
        Runs = new RunStore(_file);
        Leases = new LeaseStore(_file);
        Customers = new CustomerStore(_file);
        Decisions = new DecisionStore(_file);
        Models = new ModelStore(_file);
    }

    /// <inheritdoc/>
    public ISourceStore Sources { get; }

    /// <inheritdoc/>
    public IRecordStore Records { get; }

    /// <inheritdoc/>
    public IQuarantineStore Quarantine { get; }

    /// <inheritdoc/>
    public IRunStore Runs { get; }

    /// <inheritdoc/>
    public ILeaseStore Leases { get; }

    /// <inheritdoc/>
    public ICustomerStore Customers { get; }

    /// <inheritdoc/>
    public IDecisionStore Decisions { get; }

    /// <inheritdoc/>
    public IModelStore Models { get; }

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken) => _file.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
