namespace IntegrationHub.Sdk.Accounts;

/// <summary>One lock per name, as an <see cref="ICredentialStore"/> needs it; for hosts that implement one. Locks nobody holds or
/// waits for take no memory. Thread-safe.</summary>
public sealed class CredentialLocks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Waits for the lock of a name.</summary>
    /// <param name="name">The name, compared exactly.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The lock; disposing of it lets the next one in, a second time does nothing.</returns>
    public async Task<IAsyncDisposable> AcquireAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        Entry? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(name, out entry))
            {
                _entries[name] = entry = new Entry();
            }

            entry.Users++;
        }

        try
        {
            await entry.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(name, entry);
            throw;
        }

        return new Held(this, name, entry);
    }

    private void Leave(string name, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users == 0)
            {
                _entries.Remove(name);
            }
        }
    }

    // Its wait handle is never asked for, so there is nothing to dispose of.
    private sealed class Entry
    {
        internal SemaphoreSlim Turn { get; } = new(1, 1);

        internal int Users { get; set; }
    }

    private sealed class Held(CredentialLocks owner, string name, Entry entry) : IAsyncDisposable
    {
        private int _isReleased;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                entry.Turn.Release();
                owner.Leave(name, entry);
            }

            return ValueTask.CompletedTask;
        }
    }
}
