using System.Collections.Concurrent;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Accounts;

/// <summary>Keeps credentials as long as the object lives: the default of a <see cref="ConnectorContext"/>, and for tests.
/// A rotated secret is lost with it, so a host that runs connectors for real hands in a lasting one. Thread-safe.</summary>
public sealed class MemoryCredentialStore : ICredentialStore
{
    private readonly CredentialLocks _locks = new();
    private readonly ConcurrentDictionary<string, Secret> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => _locks.AcquireAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Task.FromResult(_secrets.GetValueOrDefault(name));
    }

    /// <inheritdoc/>
    public Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(secret);
        _secrets[name] = secret;
        return Task.CompletedTask;
    }
}
