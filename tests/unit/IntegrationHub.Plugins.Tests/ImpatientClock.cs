namespace IntegrationHub.Plugins.Tests;

/// <summary>A clock for which every deadline is over at once.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
