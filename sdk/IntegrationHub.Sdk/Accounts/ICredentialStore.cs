using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Accounts;

/// <summary>Where a connector puts a secret that changed while it was used, such as a refresh token that its vendor replaces at
/// each use. The hub hands one in, bound to the source; a connector calls it, never implements it.</summary>
/// <remarks>
/// A name is that of a secret setting of the source (<c>refreshToken</c>), whose value it replaces for good: the next check,
/// discovery or run gets the new value in its settings. Or it is such a name with <c>.access</c> behind it: what was got with
/// that secret, kept beside it, encrypted alike, and dropped with the source. Implementations are thread-safe. In a child process
/// the calls travel to the hub; a host that cannot pass on locks gives one per process.
/// </remarks>
public interface ICredentialStore
{
    /// <summary>Waits until nobody else renews this secret, and keeps others waiting until the result is disposed of.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The lock. Not re-entrant.</returns>
    Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads the latest value, which another call may have stored since this one got its settings.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The value, or <see langword="null"/> when the store knows none and the settings' value is the latest.</returns>
    Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Stores a new value. When the task ends, the value survives a crash of the hub; use what came with it only then.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="secret">The new value, up to 64 KiB of UTF-8.</param>
    /// <param name="cancellationToken">Stops the work. A value that exists nowhere else should not be given up: pass
    /// <see cref="CancellationToken.None"/>.</param>
    /// <returns>A task.</returns>
    /// <exception cref="ConnectorException">The value was not stored: the name is not that of a secret setting (defect), or the
    /// store cannot write (transient).</exception>
    Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken);
}
