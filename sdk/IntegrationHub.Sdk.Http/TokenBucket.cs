namespace IntegrationHub.Sdk.Http;

/// <summary>Counts requests against a rate. Takers queue up: each is told how long to wait, and the next one waits longer.
/// Needs no timer: time is read when somebody asks. Thread-safe.</summary>
internal sealed class TokenBucket(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _rate = 1;
    private double _burst = 1;
    private double _tokens;
    private bool _isFilled;
    private DateTimeOffset _last;

    internal void Configure(RateBudget budget)
    {
        lock (_gate)
        {
            _rate = budget.RequestsPerSecond;
            _burst = budget.Burst;
            if (!_isFilled)
            {
                _isFilled = true;
                _tokens = _burst;
                _last = clock.GetUtcNow();
            }
        }
    }

    /// <summary>Takes one token, now or in advance.</summary>
    /// <returns>How long the taker must wait before it uses the token.</returns>
    internal TimeSpan Take()
    {
        lock (_gate)
        {
            Refill();
            _tokens -= 1;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / _rate);
        }
    }

    /// <summary>Gives nothing out for a while, because the other side asked for it.</summary>
    internal void Pause(TimeSpan length)
    {
        lock (_gate)
        {
            Refill();
            _tokens = Math.Min(_tokens, 1 - (length.TotalSeconds * _rate));
        }
    }

    internal bool IsIdle()
    {
        lock (_gate)
        {
            Refill();
            return _tokens >= _burst;
        }
    }

    private void Refill()
    {
        var now = clock.GetUtcNow();
        if (now > _last)
        {
            _tokens = Math.Min(_burst, _tokens + ((now - _last).TotalSeconds * _rate));
        }

        _last = now;
    }
}
