using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Loading;

/// <summary>A connector in this process whose calls are given up when they do not end, and after whose calls the process is put right.</summary>
/// <remarks>
/// Code that does not end cannot be stopped here: a call that is given up is left behind, its connector is used no more, and the
/// plugin says so. Plugin code runs on a thread of the pool, never on the caller's, with a short queue between.
/// </remarks>
internal sealed class GuardedConnector : LoadedConnector
{
    private const int QueueLength = 256;

    private readonly InProcessConnector _inner;
    private readonly PluginSlot _slot;
    private readonly ConnectorCatalogOptions _options;
    private readonly ILogger _logger;
    private readonly IDisposable? _marker;
    private string? _givenUp;
    private bool _isDisposed;

    /// <summary>Begins to guard a connector.</summary>
    /// <param name="inner">The connector.</param>
    /// <param name="slot">Its plugin.</param>
    /// <param name="options">The limits.</param>
    /// <param name="logger">The hub's log.</param>
    /// <param name="marker">What is left behind if the process dies while the connector is open.</param>
    public GuardedConnector(
        InProcessConnector inner, PluginSlot slot, ConnectorCatalogOptions options, ILogger logger, IDisposable? marker)
        : base(inner.Description, inner.PluginName, inner.Version)
    {
        _inner = inner;
        _slot = slot;
        _options = options;
        _logger = logger;
        _marker = marker;
        GlobalsWatch.Enter(slot, logger);
    }

    public override bool IsSpent => _givenUp is not null;

    internal Connector Connector => _inner.Connector;

    public override Task<CheckResult> CheckAsync(JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        CallAsync("checking", _options.Limits.Check, token => _inner.CheckAsync(settings, context, token), cancellationToken);

    public override Task<IReadOnlyList<StreamDescription>> DiscoverAsync(
        JObject settings, ConnectorContext context, CancellationToken cancellationToken) =>
        CallAsync("listing its streams", _options.Limits.Discover, token => _inner.DiscoverAsync(settings, context, token), cancellationToken);

    public override async ValueTask<ReceivedResult> ReceiveAsync(
        JObject settings, ReceivedRequest request, ConnectorContext context, CancellationToken cancellationToken) => await CallAsync(
            "receiving a request",
            _options.Limits.Receive,
            token => _inner.ReceiveAsync(settings, request, context, token).AsTask(),
            cancellationToken);

    public override async IAsyncEnumerable<Message> ReadAsync(
        JObject settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RequireUsable();
        var queue = Channel.CreateBounded<Message>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(queue.Writer, settings, request, context, stop.Token), CancellationToken.None);
        try
        {
            while (queue.Reader.TryRead(out var message) || await WaitAsync(queue.Reader, cancellationToken))
            {
                if (message is not null)
                {
                    yield return message;
                }
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            queue.Writer.TryComplete();
            await EndAsync(reading);
            GlobalsWatch.PutBack();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (_givenUp is null)
        {
            await _inner.DisposeAsync();
        }
        else
        {
            _inner.LetGo(); // Disposing under a call that still runs would be a second call at the same time.
        }

        GlobalsWatch.Leave(_slot);
        _marker?.Dispose();
    }

    private async Task<T> CallAsync<T>(
        string doing, TimeSpan limit, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        RequireUsable();
        var work = Task.Run(() => call(cancellationToken), CancellationToken.None);
        try
        {
            return await work.WaitAsync(limit, _options.Clock, cancellationToken);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw GiveUp(doing, limit);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            await EndAsync(work);
            throw;
        }
        finally
        {
            GlobalsWatch.PutBack();
        }
    }

    private async Task FillAsync(
        ChannelWriter<Message> queue, JObject settings, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _inner.ReadAsync(settings, request, context, cancellationToken))
            {
                await queue.WriteAsync(message, cancellationToken);
            }
        }
        finally
        {
            queue.TryComplete();
        }
    }

    private async Task<bool> WaitAsync(ChannelReader<Message> queue, CancellationToken cancellationToken)
    {
        var more = queue.WaitToReadAsync(cancellationToken).AsTask();
        try
        {
            return await more.WaitAsync(_options.Limits.Progress, _options.Clock, CancellationToken.None);
        }
        catch (TimeoutException) when (!more.IsCompleted)
        {
            throw GiveUp("reading", _options.Limits.Progress);
        }
    }

    /// <summary>Waits a short while for a call that was told to stop; one that goes on is left behind.</summary>
    private async Task EndAsync(Task work)
    {
        await Task.WhenAny(work, Task.Delay(_givenUp is null ? _options.Limits.StopGrace : TimeSpan.Zero, _options.Clock));
        if (!work.IsCompleted && _givenUp is null)
        {
            GiveUp("being cancelled", _options.Limits.StopGrace);
        }

        // What it still throws was either seen already or is nobody's any more.
        _ = work.ContinueWith(
            static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private ConnectorException GiveUp(string doing, TimeSpan limit)
    {
        _givenUp = string.Create(
            CultureInfo.InvariantCulture,
            $"Connector '{Description.Id}' (plugin {PluginName} {Version}) did not answer within {limit.TotalSeconds} s while {doing} and was left behind.");
        _slot.LeaveBehind($"A call did not end within {limit.TotalSeconds} s while {doing} and was left behind. Restart the hub to be rid of it.");
        Log.CallGivenUp(_logger, PluginName, Version, Description.Id, doing, limit);
        return ConnectorException.Defect(_givenUp);
    }

    private void RequireUsable()
    {
        if (_givenUp is not null)
        {
            throw ConnectorException.Defect(_givenUp);
        }
    }
}
