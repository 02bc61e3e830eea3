namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>How long one call may still stay silent: its usual patience, or the short grace once somebody cancelled it.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _registration;
    private readonly TimeSpan _patience;
    private readonly TimeSpan _grace;
    private readonly bool _isLimitedInAll;
    private readonly Action _cancel;
    private int _isCancelled;

    /// <summary>Starts watching the caller's wish.</summary>
    /// <param name="patience">How long the other side may stay silent.</param>
    /// <param name="isLimitedInAll">Whether that is the time for the whole call.</param>
    /// <param name="grace">How long it may go on once it was told to stop.</param>
    /// <param name="cancel">Tells it to stop; called once at most.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    public CallDeadline(TimeSpan patience, bool isLimitedInAll, TimeSpan grace, Action cancel, CancellationToken cancellationToken)
    {
        (_patience, _isLimitedInAll, _grace, _cancel) = (patience, isLimitedInAll, grace, cancel);
        _over = isLimitedInAll ? new CancellationTokenSource(patience) : new CancellationTokenSource();
        _registration = cancellationToken.UnsafeRegister(static deadline => ((CallDeadline)deadline!).Cancel(), this);
    }

    /// <summary>Gets what ends when the time is over.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Gets a value indicating whether the other side was told to stop.</summary>
    public bool IsCancelled => Volatile.Read(ref _isCancelled) != 0;

    /// <summary>Starts counting, since the caller waits now.</summary>
    public void Arm()
    {
        if (!_isLimitedInAll && !IsCancelled)
        {
            _over.CancelAfter(_patience);
            if (IsCancelled)
            {
                _over.CancelAfter(_grace); // It was cancelled between the two lines; the short time counts.
            }
        }
    }

    /// <summary>Stops counting: something came.</summary>
    public void Disarm()
    {
        if (!_isLimitedInAll && !IsCancelled)
        {
            _over.CancelAfter(Timeout.InfiniteTimeSpan);
            if (IsCancelled)
            {
                _over.CancelAfter(_grace);
            }
        }
    }

    /// <summary>Tells the other side to stop, and gives it the short time for that.</summary>
    public void Cancel()
    {
        if (Interlocked.Exchange(ref _isCancelled, 1) == 0)
        {
            _over.CancelAfter(_grace);
            _cancel();
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _over.Dispose();
    }
}
