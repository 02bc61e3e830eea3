using System.Globalization;
using Quartz;

namespace IntegrationHub.Sync.Schedules;

/// <summary>Lists fire times and marks what a clock change does to them.</summary>
internal static class FireTimes
{
    /// <summary>Lists the next fire times after a moment.</summary>
    internal static List<FireTime> After(DateTimeOffset moment, CronExpression expression, TimeZoneInfo zone, int count)
    {
        var times = new List<FireTime>(count);
        var previous = TimeZoneInfo.ConvertTime(moment, zone);
        while (times.Count < count && expression.GetNextValidTimeAfter(previous) is { } next)
        {
            var local = TimeZoneInfo.ConvertTime(next, zone);
            times.Add(new FireTime(local, NoteOf(previous, local, zone)));
            previous = local;
        }

        return times;
    }

    private static string? NoteOf(DateTimeOffset previous, DateTimeOffset time, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(time.DateTime))
        {
            return "this hour happens twice: the clocks go back";
        }

        var change = time.Offset - previous.Offset;
        return change == TimeSpan.Zero
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the clocks go {(change > TimeSpan.Zero ? "forward" : "back")} by {change.Duration():h\\:mm} before this time{GapNote(time, change, zone)}");
    }

    private static string GapNote(DateTimeOffset time, TimeSpan change, TimeZoneInfo zone) =>
        change > TimeSpan.Zero && zone.IsInvalidTime((time - change).DateTime)
            ? "; the time it names does not exist that day"
            : string.Empty;
}
