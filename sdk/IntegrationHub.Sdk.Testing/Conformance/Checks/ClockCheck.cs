using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>Clocks go wrong and change twice a year; what lies in the source does not.</summary>
internal sealed class ClockCheck()
    : SourceCheck("clock", "A clock that is a day off, or is being changed for summer time, reads the same; the system's clock is not looked at.")
{
    private static readonly TimeSpan Nearby = TimeSpan.FromMinutes(10);

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        SystemClockIsNotSeen(subject, plain.Read);

        var berlin = Zone("Europe/Berlin");
        var now = subject.World.Now;
        (string Name, TimeSpan Skew)[] cases =
        [
            ("a day behind", TimeSpan.FromDays(-1)),
            ("a day ahead", TimeSpan.FromDays(1)),
            ("in the hour that summer time leaves out", At(now.Year + 1, 3, 31) - now),
            ("in the hour that winter time brings twice", At(now.Year + 1, 10, 31) - now),
        ];
        foreach (var (name, skew) in cases)
        {
            var clock = subject.NewClock(skew, berlin);
            await using var _ = clock.ConfigureAwait(false);
            MessageCollector read;
            try
            {
                read = await subject.ReadAsync(plain.Request, subject.Settings, subject.Context(clock), cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectorException e)
            {
                throw Wrong(name, SourceSubject.Describe(e));
            }

            if (PlainRead.DifferenceOfSets(Records(plain.Read), Records(read)) is { } difference)
            {
                throw Wrong(name, difference);
            }
        }

        return Verdict.Passed($"{cases.Length} clocks");
    }

    private static ConformanceException Wrong(string clock, string seen) => Broken.Rule(
        $"with a clock {clock}: {seen}",
        $"the same records",
        "take bounds from StreamRequest.Since and the source's own times, not from the clock, and convert times only with an offset.");

    private static void SystemClockIsNotSeen(SourceSubject subject, MessageCollector read)
    {
        var system = TimeProvider.System.GetUtcNow();
        if ((system - subject.World.Now).Duration() < TimeSpan.FromDays(1))
        {
            return; // The world stands where the system's clock is; nothing can be told apart.
        }

        foreach (var message in read.All)
        {
            if (TimesOf(message).Any(t => (t - system).Duration() < Nearby))
            {
                throw Broken.Rule(
                    $"'{MessageText.IdentityOf(message)}' holds the time of the system's clock",
                    $"times of the source",
                    "take the time from ConnectorContext.Clock, and a record's times from the source.");
            }
        }
    }

    private static IEnumerable<DateTimeOffset> TimesOf(Message message)
    {
        DateTimeOffset?[] times = message switch
        {
            PersonRecord person => [person.UpdatedAt],
            InteractionRecord interaction => [interaction.OccurredAt],
            ConsentRecord consent => [consent.GivenAt],
            Checkpoint checkpoint => [checkpoint.Cursor],
            _ => [],
        };
        return times.OfType<DateTimeOffset>();
    }

    private static List<string> Records(MessageCollector read) =>
        [.. read.All.Where(m => m is not Checkpoint).Select(MessageText.Of)];

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    // The clocks of the European Union change at 01:00 UTC on the last Sunday of March and October.
    private static DateTimeOffset At(int year, int month, int lastDay)
    {
        var day = new DateTimeOffset(year, month, lastDay, 1, 30, 0, TimeSpan.Zero);
        return day.AddDays(-(int)day.DayOfWeek) - (month == 10 ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }
}
