namespace IntegrationHub.Sdk.Testing;

/// <summary>A clock that moves only when a test says so; its timers fire while it moves.</summary>
/// <remarks>Thread-safe. Timer callbacks run on the thread that calls <see cref="Advance"/>, in the order they are due.</remarks>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(Func<TimeSpan, bool> Wanted, TaskCompletionSource Found)> _waiters = [];
    private DateTimeOffset _now;

    /// <summary>Creates a clock that stands at 2026-01-01 00:00 UTC.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock.</summary>
    /// <param name="now">Where it stands.</param>
    public ManualClock(DateTimeOffset now) => _now = now.ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);

        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires every timer that becomes due on the way.</summary>
    /// <param name="by">How far, zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);

        var until = GetUtcNow() + by;
        while (NextDue(until) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = until > _now ? until : _now;
        }
    }

    /// <summary>Waits, without sleeping, until something waits on this clock for a wanted length of time.</summary>
    /// <param name="wanted">Takes what is left until a timer is due.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>A task that ends as soon as such a timer is pending; at once when one is already.</returns>
    public Task WaitForTimerAsync(Func<TimeSpan, bool> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        lock (_gate)
        {
            if (_timers.Exists(t => wanted(t.Due - _now)))
            {
                return Task.CompletedTask;
            }

            var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((wanted, found));
            return found.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Says when the next timer is due.</summary>
    internal DateTimeOffset? NextDue()
    {
        lock (_gate)
        {
            return _timers.Count == 0 ? null : _timers.Min(t => t.Due);
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            _timers.Add(timer);
            foreach (var waiter in _waiters.FindAll(w => w.Wanted(dueTime)))
            {
                _waiters.Remove(waiter);
                waiter.Found.TrySetResult();
            }
        }
    }

    private ManualTimer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
            if (next is null)
            {
                return null;
            }

            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
            return next;
        }
    }
}
