namespace IntegrationHub.Sync.Receiving;

/// <summary>Holds back a receiver's commits until it is disposed.</summary>
internal sealed class ReceiverPause(SemaphoreSlim turn) : IAsyncDisposable
{
    private SemaphoreSlim? _turn = turn;

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _turn, null)?.Release();
        return ValueTask.CompletedTask;
    }
}
