namespace IntegrationHub.Integration.Tests.Deciding;

/// <summary>A clock that moves on by a second whenever it is looked at.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private long _steps;

    public override DateTimeOffset GetUtcNow() => start.AddSeconds(Interlocked.Increment(ref _steps));
}
