namespace IntegrationHub.Sdk.Accounts;

/// <summary>A token bucket: counts what requests cost against what an account may spend. Takers queue up: each is told how long to
/// wait, and the next one waits longer. Needs no timer: time is read when somebody asks. Thread-safe.</summary>
public sealed class AccountBudget
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private double _rate = 1;
    private double _maximum = 1;
    private double _available;
    private bool _isFilled;
    private bool _isReported;
    private DateTimeOffset _last;

    internal AccountBudget(TimeProvider clock) => _clock = clock;

    /// <summary>Takes the cost of one request, now or in advance.</summary>
    /// <param name="cost">What it costs, above 0; 1 where the vendor counts requests.</param>
    /// <param name="waitMax">The longest wait that is acceptable.</param>
    /// <param name="wait">How long to wait before sending; also when refused, as the time to come back.</param>
    /// <returns><see langword="false"/> when the wait would be longer than acceptable; nothing was taken then.</returns>
    public bool TryTake(double cost, TimeSpan waitMax, out TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cost);

        lock (_gate)
        {
            Refill();
            var left = _available - cost;
            wait = left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(-left / _rate, TimeSpan.FromDays(365).TotalSeconds));
            if (wait > waitMax)
            {
                return false;
            }

            _available = left;
            return true;
        }
    }

    /// <summary>Gives nothing out for a while, because the vendor asked for it.</summary>
    /// <param name="length">How long.</param>
    public void Pause(TimeSpan length)
    {
        lock (_gate)
        {
            Refill();
            _available = Math.Min(_available, 1 - (length.TotalSeconds * _rate));
        }
    }

    /// <summary>Takes over what the vendor says is left, for vendors whose answers tell (a cost and a restore rate). From then on
    /// the vendor's numbers count, not those the connector was written with.</summary>
    /// <param name="available">What is left; below 0 counts as 0.</param>
    /// <param name="maximum">What is left when nothing is spent, at least 1.</param>
    /// <param name="restorePerSecond">What comes back each second, above 0.</param>
    public void Report(double available, double maximum, double restorePerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restorePerSecond);

        lock (_gate)
        {
            Refill();

            // What waiting takers were promised is not yet in the vendor's number.
            var promised = Math.Max(0, -_available);
            _available = Math.Clamp(available, 0, maximum) - promised;
            _maximum = maximum;
            _rate = restorePerSecond;
            _isReported = true;
        }
    }

    internal void Configure(double restorePerSecond, double maximum)
    {
        lock (_gate)
        {
            if (_isReported)
            {
                return;
            }

            // What came back until now came at the old rate; a smaller budget does not keep what a larger one had saved up.
            Refill();
            _available = _isFilled ? Math.Min(_available, maximum) : maximum;
            _isFilled = true;
            _rate = restorePerSecond;
            _maximum = maximum;
        }
    }

    internal bool IsIdle()
    {
        lock (_gate)
        {
            Refill();
            return _available >= _maximum;
        }
    }

    private void Refill()
    {
        var now = _clock.GetUtcNow();
        if (now > _last)
        {
            _available = Math.Min(_maximum, _available + ((now - _last).TotalSeconds * _rate));
        }

        _last = now;
    }
}
