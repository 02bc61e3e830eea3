namespace IntegrationHub.Sync.Receiving;

/// <summary>Counts what is under way for one source, in requests and bytes. Thread-safe.</summary>
internal sealed class ReceiverRoom(int callsMax, long bytesMax)
{
    private long _bytes;
    private int _calls;

    /// <summary>Takes room for a request.</summary>
    /// <returns><see langword="false"/> when there is none; nothing is taken then.</returns>
    internal bool TryEnter(long bytes)
    {
        var calls = Interlocked.Increment(ref _calls);
        var held = Interlocked.Add(ref _bytes, bytes);
        if (calls <= callsMax && held <= bytesMax)
        {
            return true;
        }

        Leave(bytes);
        return false;
    }

    internal void Leave(long bytes)
    {
        Interlocked.Decrement(ref _calls);
        Interlocked.Add(ref _bytes, -bytes);
    }
}
