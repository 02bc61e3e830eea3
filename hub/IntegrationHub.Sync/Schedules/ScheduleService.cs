using Quartz;

namespace IntegrationHub.Sync.Schedules;

/// <summary>Sets, clears and lists schedules. They live in Quartz's own store in the data folder and survive restarts.</summary>
/// <remarks>Works on a scheduler that is started (in the server) or not (on the command line). Thread-safe.</remarks>
/// <param name="schedulers">Gives the scheduler.</param>
/// <param name="clock">The clock.</param>
public sealed class ScheduleService(ISchedulerFactory schedulers, TimeProvider clock)
{
    internal const string Group = "sync";
    private const int NextTimesShown = 5;
    private static readonly TimeSpan IntervalMin = TimeSpan.FromSeconds(10);

    /// <summary>Sets the schedule of a source, replacing the one it had. A time missed while nothing ran is caught up
    /// once, however many were missed.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="cron">A Quartz cron expression of six or seven fields, seconds first: <c>0 0/15 * * * ?</c>.</param>
    /// <param name="zone">The IANA or Windows name of a time zone; <see langword="null"/> for UTC.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The schedule as set.</returns>
    /// <exception cref="ScheduleException">The expression or the zone cannot be understood, or it fires too often.</exception>
    public async Task<Schedule> SetAsync(string source, string cron, string? zone, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(cron);

        var (expression, timeZone) = Parse(cron, zone ?? "UTC");
        CheckInterval(expression);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<SyncJob>().WithIdentity(source, Group).UsingJobData(SyncJob.SourceKey, source).Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(source, Group)
            .ForJob(job)
            .WithCronSchedule(cron, c => c.InTimeZone(timeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
        return Describe((ICronTrigger)trigger);
    }

    /// <summary>Clears the schedule of a source.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="false"/> when it had none.</returns>
    public async Task<bool> ClearAsync(string source, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.DeleteJob(new JobKey(source, Group), cancellationToken);
    }

    /// <summary>Lists the schedules by source name, each with its next five times.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The schedules.</returns>
    public async Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var page = await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellationToken);
        var triggers = await scheduler.GetTriggers([.. page.Items.Select(t => t.Key)], cancellationToken);
        return [.. triggers.OfType<ICronTrigger>().Select(Describe).OrderBy(s => s.Source, StringComparer.Ordinal)];
    }

    private static (CronExpression Expression, TimeZoneInfo Zone) Parse(string cron, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var timeZone))
        {
            throw new ScheduleException($"There is no time zone '{zone}'; expected an IANA name such as Europe/Berlin or America/Chicago.");
        }

        return CronExpression.TryParse(cron, out var expression) && expression is not null
            ? (expression.WithTimeZone(timeZone), timeZone)
            : throw new ScheduleException(
                $"'{cron}' is not a Quartz cron expression; expected six fields, seconds first, for example \"0 0/15 * * * ?\" for every 15 minutes.");
    }

    private void CheckInterval(CronExpression expression)
    {
        var first = expression.GetNextValidTimeAfter(clock.GetUtcNow())
            ?? throw new ScheduleException("This schedule never fires; expected an expression with a time in the future.");
        if (expression.GetNextValidTimeAfter(first) is { } second && second - first < IntervalMin)
        {
            throw new ScheduleException($"This schedule fires every {(second - first).TotalSeconds:0} s; expected at least {IntervalMin.TotalSeconds:0} s between runs.");
        }
    }

    private Schedule Describe(ICronTrigger trigger)
    {
        var (expression, zone) = Parse(trigger.CronExpressionString!, trigger.TimeZone.Id);
        return new Schedule(
            trigger.Key.Name,
            trigger.CronExpressionString!,
            zone.Id,
            FireTimes.After(clock.GetUtcNow(), expression, zone, NextTimesShown),
            trigger.PreviousFireTimeUtc);
    }
}
