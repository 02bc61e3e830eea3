using System.Globalization;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Sync.Schedules;

namespace IntegrationHub.Cli.Verbs.Schedules;

/// <summary>Writes schedules with their next times.</summary>
internal static class ScheduleTable
{
    public static void Write(Page page, IReadOnlyList<Schedule> schedules)
    {
        foreach (var schedule in schedules)
        {
            page.Line($"{schedule.Source}: {schedule.Cron} ({schedule.Zone})");
            foreach (var next in schedule.Next)
            {
                page.Line($"  {next.At.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}{(next.Note is null ? string.Empty : $"  {next.Note}")}");
            }
        }
    }
}
