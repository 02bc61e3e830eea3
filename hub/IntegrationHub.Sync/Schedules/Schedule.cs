namespace IntegrationHub.Sync.Schedules;

/// <summary>When a source is synced by itself.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Cron">The Quartz cron expression, seconds first.</param>
/// <param name="Zone">The IANA name of the time zone that the expression is read in.</param>
/// <param name="Next">The next fire times, soonest first.</param>
/// <param name="LastFiredAt">When it last fired.</param>
public sealed record Schedule(string Source, string Cron, string Zone, IReadOnlyList<FireTime> Next, DateTimeOffset? LastFiredAt);
