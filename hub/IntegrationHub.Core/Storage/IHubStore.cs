namespace IntegrationHub.Core.Storage;

/// <summary>Everything the hub keeps, in one engine. Thread-safe; writes are serialised inside.</summary>
public interface IHubStore : IAsyncDisposable
{
    /// <summary>Gets the sources.</summary>
    ISourceStore Sources { get; }

    /// <summary>Gets the records, interactions, consents and checkpoints.</summary>
    IRecordStore Records { get; }

    /// <summary>Gets what could not be taken in.</summary>
    IQuarantineStore Quarantine { get; }

    /// <summary>Gets the runs.</summary>
    IRunStore Runs { get; }

    /// <summary>Gets the leases.</summary>
    ILeaseStore Leases { get; }

    /// <summary>Gets the customers and their change feed.</summary>
    ICustomerStore Customers { get; }

    /// <summary>Gets people's decisions on matches.</summary>
    IDecisionStore Decisions { get; }

    /// <summary>Gets the versions of the match model.</summary>
    IModelStore Models { get; }

    /// <summary>Creates or migrates the schema.</summary>
    /// <param name="cancellationToken">Stops before the next migration step.</param>
    /// <returns>A task.</returns>
    /// <exception cref="StoreVersionException">The store was written by a newer hub; nothing was changed.</exception>
    Task InitializeAsync(CancellationToken cancellationToken);
}
