namespace IntegrationHub.Sync.Schedules;

/// <summary>A cron expression or a time zone that cannot be understood.</summary>
/// <param name="message">What is wrong and what is expected.</param>
public sealed class ScheduleException(string message) : Exception(message);
