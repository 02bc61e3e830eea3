using System.Threading.Channels;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Gate;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Receives for one source. Requests that come at the same time share commits; each is answered after its own.</summary>
/// <remarks>Thread-safe. One loop calls the connector, since a connector is not called concurrently.</remarks>
public sealed class SourceReceiver : IAsyncDisposable
{
    private readonly Channel<ReceivedCall> _queue = Channel.CreateBounded<ReceivedCall>(ReceivingLimits.CallsMax);
    private readonly ReceiverRoom _room = new(ReceivingLimits.CallsMax, ReceivingLimits.PendingBytesMax);
    private readonly Source _source;
    private readonly ReceiverWriter _writer;
    private readonly ReceiverOpener _opener;
    private readonly RecordGate _gate;
    private readonly Action _stored;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private OpenReceiver _open;
    private volatile bool _isGone;
    private long _settingsSeenAt;
    private long _pluginSeenAt;

    internal SourceReceiver(
        OpenReceiver open, ReceiverOpener opener, IHubStore store, RecordGate gate, Action stored, TimeProvider clock, ILogger logger)
    {
        _open = open;
        _source = open.Source;
        _opener = opener;
        _gate = gate;
        _stored = stored;
        _clock = clock;
        _logger = logger;
        _writer = new ReceiverWriter(store, open.Source, clock, logger);
        (_settingsSeenAt, _pluginSeenAt) = (clock.GetTimestamp(), clock.GetTimestamp());
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Gets the origins whose pages may call this source from a browser; <c>*</c> is any.</summary>
    public IReadOnlyList<string> AllowedOrigins => _open.AllowedOrigins;

    /// <summary>Gets a value indicating whether the source was removed; a new source of the same name has another receiver.</summary>
    internal bool IsGone => _isGone;

    internal int SourceId => _source.Id;

    /// <summary>Receives one request.</summary>
    /// <param name="bodyBytes">The most that its body may take in memory.</param>
    /// <param name="read">Reads it; called only when there is room for it.</param>
    /// <returns>What to answer. A success means that everything is stored; a request that is given up is stored or not, as its
    /// sender will find out by sending it again.</returns>
    public async Task<ReceivedAnswer> ReceiveAsync(long bodyBytes, Func<Task<ReceivedRequest>> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        if (!_room.TryEnter(bodyBytes))
        {
            _writer.CountTurnedAway();
            return ReceivedAnswer.TooBusy();
        }

        try
        {
            var call = new ReceivedCall(await read());
            return _queue.Writer.TryWrite(call) ? await call.Answer : ReceivedAnswer.NotNow();
        }
        finally
        {
            _room.Leave(bodyBytes);
        }
    }

    /// <summary>Takes no further request, stores and answers those that wait, and lets go of the lease and the connector.</summary>
    /// <returns>A task.</returns>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
#pragma warning disable VSTHRD003 // The loop was started by this object, and the hub has no synchronisation context to deadlock on.
        await _loop;
#pragma warning restore VSTHRD003
    }

    internal Task<IAsyncDisposable> PauseAsync(CancellationToken cancellationToken) => _writer.PauseAsync(cancellationToken);

    private async Task RunAsync()
    {
        while (await WaitAsync())
        {
            await RefreshAsync();
            var group = new ReceivedGroup(_source, _gate, _open.Region, _clock.GetUtcNow());
            while (!group.IsFull && _queue.Reader.TryRead(out var call))
            {
                await TakeAsync(call, group);
            }

            if (!group.IsEmpty)
            {
                await StoreAsync(group);
            }
        }

        await _writer.DisposeAsync();
        await _open.DisposeAsync();
    }

    /// <summary>Waits for a request; meanwhile counts that were held back are written.</summary>
    private async Task<bool> WaitAsync()
    {
        var wait = _queue.Reader.WaitToReadAsync().AsTask();
        if (!wait.IsCompleted && await Task.WhenAny(wait, Task.Delay(ReceivingLimits.CountsAgeMax, _clock)) != wait)
        {
            await GuardAsync(_writer.WriteCountsAsync);
        }

        return await wait;
    }

    private async Task TakeAsync(ReceivedCall call, ReceivedGroup group)
    {
        if (IsGone)
        {
            call.Reply(ReceivedAnswer.NotNow());
            return;
        }

        try
        {
            using var deadline = new CancellationTokenSource(ReceivingLimits.ConnectorDeadline, _clock);
            var result = await _open.ReceiveAsync(call.Request, deadline.Token).WaitAsync(ReceivingLimits.ConnectorDeadline, _clock);
            if (result.StatusCode >= 400)
            {
                _writer.CountRefused();
            }

            if (result.Messages.Count > 0)
            {
                group.Add(call, result);
            }
            else
            {
                call.Reply(ReceivedAnswer.Of(result));
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The boundary to the plugin: whatever it throws is this request's failure, not the hub's.
            call.Reply(await AnswerToAsync(e));
        }
    }

    private async Task<ReceivedAnswer> AnswerToAsync(Exception failure)
    {
        _writer.CountRefused();
        switch (failure)
        {
            case ConnectorException { Kind: FailureKind.Record } e:
                return ReceivedAnswer.Unreadable(e.Message);
            case ConnectorException { Kind: FailureKind.Transient } e:
                return ReceivedAnswer.NotNow(e.RetryAfter);
            case ConnectorException e:
                _logger.ReceiveFailed(_source.Name, e.Kind.ToString(), e.Message);
                if (_open.IsSpent)
                {
                    await GuardAsync(() => ReopenAsync(_source));
                }

                return ReceivedAnswer.Failed();
            case TimeoutException or OperationCanceledException:
                // The call may still run, and a connector is not called twice at a time: this one is given up.
                _logger.ReceiveFailed(_source.Name, nameof(FailureKind.Defect), "the connector did not answer in time; it is opened anew");
                await GuardAsync(() => ReopenAsync(_source));
                return ReceivedAnswer.NotNow();
            default:
                _logger.ReceiveFailed(_source.Name, nameof(FailureKind.Defect), $"the connector failed with {failure.GetType().Name}");
                return ReceivedAnswer.Failed();
        }
    }

    private async Task StoreAsync(ReceivedGroup group)
    {
        try
        {
            await _writer.CommitAsync(group);
            group.Reply();
            _stored();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nothing of it counts as stored: the senders keep it and send it again.
            _logger.ReceiveNotStored(_source.Name, e.GetType().Name, e is SyncBusyException or LeaseLostException ? e.Message : "see the cause", e);
            group.Reply(ReceivedAnswer.NotNow());
        }
    }

    /// <summary>Follows changes of the source and its plugin, looking at most once in a while.</summary>
    private async Task RefreshAsync()
    {
        if (IsGone || _clock.GetElapsedTime(_settingsSeenAt) < ReceivingLimits.SettingsAgeMax)
        {
            return;
        }

        _settingsSeenAt = _clock.GetTimestamp();
        await GuardAsync(RefreshNowAsync);
    }

    private async Task RefreshNowAsync()
    {
        if (await _opener.FindNowAsync(_source, CancellationToken.None) is not { } now)
        {
            _isGone = true;
            return;
        }

        var isPluginSeen = _clock.GetElapsedTime(_pluginSeenAt) < ReceivingLimits.PluginAgeMax;
        if (!await _opener.HasSameSettingsAsync(_open, now, CancellationToken.None) || (!isPluginSeen && !_opener.HasSameVersion(_open)))
        {
            await ReopenAsync(now);
        }

        _pluginSeenAt = isPluginSeen ? _pluginSeenAt : _clock.GetTimestamp();
    }

    private async Task ReopenAsync(Source now)
    {
        if (await _opener.OpenAsync(now, CancellationToken.None) is { } next)
        {
            var last = _open;
            _open = next;
            await last.DisposeAsync();
            _logger.ReceiverReopened(_source.Name, next.Version);
        }
    }

    /// <summary>Goes on with what is open when looking after it fails; it is tried again the next time.</summary>
    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _logger.ReceiverNotRefreshed(_source.Name, e.GetType().Name, e is PluginException or ConnectorException ? e.Message : "see the cause", e);
        }
    }
}
