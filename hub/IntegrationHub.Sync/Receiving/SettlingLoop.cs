using System.Threading.Channels;
using IntegrationHub.Sync.Resolving;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Resolves customers soon after records came in, away from the requests that brought them. Thread-safe.</summary>
internal sealed class SettlingLoop : IAsyncDisposable
{
    /// <summary>How long it waits for more before it settles, so that a burst is settled once.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly Channel<byte> _wakes = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();
    private readonly ResolverService _resolver;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task _loop;

    internal SettlingLoop(ResolverService resolver, TimeProvider clock, ILogger logger)
    {
        _resolver = resolver;
        _clock = clock;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _wakes.Writer.TryComplete();
        await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // The loop was started by this object, and the hub has no synchronisation context to deadlock on.
        await _loop;
#pragma warning restore VSTHRD003
        _stop.Dispose();
    }

    internal void Wake() => _wakes.Writer.TryWrite(0);

    private async Task RunAsync()
    {
        try
        {
            while (await _wakes.Reader.WaitToReadAsync(_stop.Token))
            {
                await Task.Delay(Gathering, _clock, _stop.Token);
                _wakes.Reader.TryRead(out _);
                await SettleAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return; // what is not settled stays pending; the next start settles it
        }
    }

    private async Task SettleAsync()
    {
        try
        {
            await _resolver.ResolveAndLearnAsync(progress: null, _stop.Token);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The records are safe and stay pending: tried again in a while, whatever the reason was.
            _logger.SettlingFailed(e);
            await Task.Delay(AfterFailure, _clock, _stop.Token);
            Wake();
        }
    }
}
