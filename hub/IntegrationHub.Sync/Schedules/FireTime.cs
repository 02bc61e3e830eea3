namespace IntegrationHub.Sync.Schedules;

/// <summary>One time at which a schedule fires.</summary>
/// <param name="At">The time, with the offset that its zone has then.</param>
/// <param name="Note">What the clock change does to it, in words; <see langword="null"/> on ordinary days.</param>
public sealed record FireTime(DateTimeOffset At, string? Note);
