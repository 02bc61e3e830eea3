namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>A clock that moves to the next timer as soon as nothing else happens: hours of waiting pass in a moment, and no wait
/// is cut short by a slow machine.</summary>
internal sealed class SelfWindingClock : TimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);

    // A short timer is a wait; a long one is more likely a time-out that runs beside some work, which gets time to end.
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(20);
    private const int BeatsBeforeShort = 4;
    private const int BeatsBeforeLong = 60;

    private readonly ManualClock _clock;
    private readonly DateTimeOffset _start;
    private readonly Func<(bool IsBusy, long Done)> _activity;
    private readonly ITimer _beat;
    private int _isWinding;
    private int _quiet;
    private long _done = -1;
    private DateTimeOffset? _due;

    internal SelfWindingClock(DateTimeOffset now, TimeZoneInfo zone, Func<(bool IsBusy, long Done)> activity)
    {
        _clock = new ManualClock(now);
        _start = now;
        _activity = activity;
        LocalTimeZone = zone;
        _beat = System.CreateTimer(_ => Wind(), null, Beat, Beat);
    }

    public override TimeZoneInfo LocalTimeZone { get; }

    public override long TimestampFrequency => _clock.TimestampFrequency;

    internal TimeSpan Passed => GetUtcNow() - _start;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(callback, state, dueTime, period);

    public ValueTask DisposeAsync() => _beat.DisposeAsync();

    private void Wind()
    {
        if (Interlocked.Exchange(ref _isWinding, 1) == 1)
        {
            return;
        }

        var (isBusy, done) = _activity();
        var due = _clock.NextDue();
        _quiet = isBusy || due is null || due != _due || done != _done ? 0 : _quiet + 1;
        (_due, _done) = (due, done);
        var wait = (due ?? DateTimeOffset.MinValue) - GetUtcNow();
        var isDue = _quiet >= (wait > LongWait ? BeatsBeforeLong : BeatsBeforeShort);
        _quiet = isDue ? 0 : _quiet;
        Volatile.Write(ref _isWinding, 0);
        if (isDue)
        {
            // What waits may go on in the very call that ends its wait; the beats after this one go on all the same.
            _clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }
}
