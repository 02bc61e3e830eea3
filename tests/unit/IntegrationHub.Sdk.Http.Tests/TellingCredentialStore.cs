using System.Collections.Concurrent;
using IntegrationHub.Sdk.Accounts;
using IntegrationHub.Sdk.Settings;

namespace IntegrationHub.Sdk.Http.Tests;

/// <summary>A store that tells what happened, and fails or dies as told.</summary>
internal sealed class TellingCredentialStore : ICredentialStore
{
    private readonly MemoryCredentialStore _inner = new();
    private readonly ConcurrentQueue<string> _events = new();

    internal IReadOnlyList<string> Events => _events.ToArray();

    internal Func<string, Exception?> FailOn { get; set; } = _ => null;

    internal void Note(string what) => _events.Enqueue(what);

    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) => _inner.LockAsync(name, cancellationToken);

    public Task<Secret?> ReadAsync(string name, CancellationToken cancellationToken) => _inner.ReadAsync(name, cancellationToken);

    public Task StoreAsync(string name, Secret secret, CancellationToken cancellationToken)
    {
        if (FailOn(name) is { } failure)
        {
            return Task.FromException(failure);
        }

        Note(name.EndsWith(".access", StringComparison.Ordinal) ? "kept access" : "stored " + secret.Reveal());
        return _inner.StoreAsync(name, secret, cancellationToken);
    }
}
