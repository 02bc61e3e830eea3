using System.Globalization;
using IntegrationHub.Core.Records;
using IntegrationHub.Core.Runs;
using IntegrationHub.Core.Sources;
using IntegrationHub.Core.Storage;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Sync.Receiving;

/// <summary>Commits what one source received: under the source's lease, as one long run that counts what came.</summary>
/// <remarks>The lease is taken with the first commit and kept, because taking it costs a commit of its own. <see cref="PauseAsync"/>
/// gives it up for others. Thread-safe.</remarks>
internal sealed class ReceiverWriter(IHubStore store, Source source, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    internal const string Trigger = "push";

    private static readonly TimeSpan LeasePoll = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _turn = new(1);
    private BatchOutcome _outcome = new();
    private LeaseKeeper? _keeper;
    private Run? _run;
    private long _refused;
    private long _turnedAway;
    private long _countsWrittenAt;
    private bool _isDirty;

    /// <summary>Commits the batches one after the other.</summary>
    /// <exception cref="SyncBusyException">Another holds the lease and does not give it up.</exception>
    /// <exception cref="LeaseLostException">The source is gone, or another has taken over twice.</exception>
    internal async Task CommitAsync(ReceivedGroup group)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var batch in group.Take())
            {
                await CommitAsync(batch);
            }

            _outcome.Add(group.Superseded);
            _isDirty = true;
            await WriteCountsAsync(isDue: clock.GetElapsedTime(_countsWrittenAt) >= ReceivingLimits.CountsAgeMax);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Counts a request that was refused by its connector.</summary>
    internal void CountRefused()
    {
        Interlocked.Increment(ref _refused);
        _isDirty = true;
    }

    /// <summary>Counts a request that came when the queue was full.</summary>
    internal void CountTurnedAway()
    {
        Interlocked.Increment(ref _turnedAway);
        _isDirty = true;
    }

    /// <summary>Writes counts that were held back; called when nothing comes in for a while.</summary>
    internal async Task WriteCountsAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await WriteCountsAsync(isDue: true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the lease up and holds back every commit until the result is disposed.</summary>
    internal async Task<IAsyncDisposable> PauseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await LetGoAsync();
            return new ReceiverPause(_turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await LetGoAsync();
        _turn.Release();
    }

    private async Task CommitAsync(RecordBatch batch)
    {
        try
        {
            await CommitHeldAsync(batch);
        }
        catch (LeaseLostException)
        {
            // A process that was stopped and wakes up again, or a source that was removed: nothing was written. The lease is taken
            // anew if it can be had; a second loss is the sender's to retry.
            await LetGoAsync(isLost: true);
            await CommitHeldAsync(batch);
        }
    }

    private async Task CommitHeldAsync(RecordBatch batch)
    {
        var (lease, run) = await HoldAsync();
        await StoredCombination.ApplyAsync(batch, source.Name, store.Records, CancellationToken.None);
        _outcome.Add(await store.Records.CommitAsync(batch with { RunId = run.Id }, lease, clock.GetUtcNow(), CancellationToken.None));
    }

    private async Task<(Lease Lease, Run Run)> HoldAsync()
    {
        if (_keeper is not null && _run is not null)
        {
            return (_keeper.Lease, _run);
        }

        _keeper = await AcquireAsync();
        try
        {
            // Removing a source drops its lease, so one that was gone before this check is found here and one that goes later at the commit.
            if (await store.Sources.FindAsync(source.Name, CancellationToken.None) is not { } now || now.Id != source.Id)
            {
                throw new LeaseLostException();
            }

            _outcome = new BatchOutcome();
            _run = await store.Runs.StartAsync(
                new Run { SourceId = source.Id, Trigger = Trigger, StartedAt = clock.GetUtcNow() }, CancellationToken.None);
            return (_keeper.Lease, _run);
        }
        catch
        {
            await LetGoAsync();
            throw;
        }
    }

    private async Task<LeaseKeeper> AcquireAsync()
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await LeaseKeeper.AcquireAsync(store.Leases, source.Id, source.Name, clock, logger, CancellationToken.None);
            }
            catch (SyncBusyException) when (clock.GetElapsedTime(started) < ReceivingLimits.LeaseWait)
            {
                await Task.Delay(LeasePoll, clock);
            }
        }
    }

    private async Task LetGoAsync(bool isLost = false)
    {
        var (keeper, run) = (_keeper, _run);
        (_keeper, _run) = (null, null);
        if (run is not null && !isLost)
        {
            var status = _outcome.Streams.Values.Any(c => c.Quarantined > 0) ? RunStatus.Partial : RunStatus.Succeeded;
            await store.Runs.UpdateAsync(Now(run) with { Status = status, FinishedAt = clock.GetUtcNow() }, CancellationToken.None);
        }

        if (keeper is not null)
        {
            await keeper.DisposeAsync();
        }
    }

    private async Task WriteCountsAsync(bool isDue)
    {
        if (!isDue || !_isDirty || _run is null)
        {
            return;
        }

        _isDirty = false;
        _countsWrittenAt = clock.GetTimestamp();
        await store.Runs.UpdateAsync(Now(_run), CancellationToken.None);
    }

    private Run Now(Run run)
    {
        var (refused, turnedAway) = (Interlocked.Read(ref _refused), Interlocked.Read(ref _turnedAway));
        return run with
        {
            Streams = _outcome.Streams,
            Error = refused + turnedAway == 0
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"requests refused: {refused}; turned away because too many were under way: {turnedAway}"),
        };
    }
}
