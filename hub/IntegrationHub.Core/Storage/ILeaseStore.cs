using IntegrationHub.Core.Runs;

namespace IntegrationHub.Core.Storage;

/// <summary>Hands out the right to write for a source, one holder at a time.</summary>
public interface ILeaseStore
{
    /// <summary>Takes the lease if it is free or expired.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="owner">Who asks.</param>
    /// <param name="now">The time.</param>
    /// <param name="duration">How long it holds without renewal.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The lease with a new fence, or <see langword="null"/> when another holds it.</returns>
    Task<Lease?> TryAcquireAsync(
        int sourceId, string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Extends a lease.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="now">The time.</param>
    /// <param name="duration">How long it holds from now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="false"/> when another has taken it over.</returns>
    Task<bool> RenewAsync(Lease lease, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back. Does nothing when another has taken it over.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    Task ReleaseAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Says who holds the lease of a source.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The lease, expired or not, or <see langword="null"/> when nobody has it.</returns>
    Task<Lease?> FindAsync(int sourceId, CancellationToken cancellationToken);
}
