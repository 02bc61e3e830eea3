namespace IntegrationHub.Core.Matching;

/// <summary>A person takes a decision back.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">The reason given.</param>
public sealed record Withdrawal(string By, DateTimeOffset At, string? Why);
