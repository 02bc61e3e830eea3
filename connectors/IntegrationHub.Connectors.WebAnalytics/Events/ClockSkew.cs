namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Puts a sender's wrong clock right by Segment's rule: the time of the event, moved by what lies between the sender's
/// time of sending and ours of receiving.</summary>
/// <remarks>The move is counted in steps of five minutes, so that the time on the way is no move, and a message sent again has the
/// time it had before. A clock is thereby right to two and a half minutes. Source: Segment, Common fields, Timestamps.</remarks>
internal static class ClockSkew
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>Gives the corrected time.</summary>
    /// <param name="time">What the sender says; <see langword="null"/> when it says nothing.</param>
    /// <param name="sentAt">When the sender says it sent it.</param>
    /// <param name="receivedAt">When it came in.</param>
    /// <returns>The time, never later than it came in.</returns>
    internal static DateTimeOffset Correct(DateTimeOffset? time, DateTimeOffset? sentAt, DateTimeOffset receivedAt)
    {
        if ((time ?? sentAt) is not { } said)
        {
            return receivedAt;
        }

        var steps = sentAt is { } sent ? Math.Round((receivedAt - sent) / Step) : 0;
        var ticks = said.UtcTicks + (steps * Step.Ticks);
        var corrected = ticks < 0 || ticks > receivedAt.UtcTicks + Step.Ticks ? receivedAt : new DateTimeOffset((long)ticks, TimeSpan.Zero);
        return corrected;
    }
}
