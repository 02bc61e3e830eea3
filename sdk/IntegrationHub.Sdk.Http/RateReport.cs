namespace IntegrationHub.Sdk.Http;

/// <summary>What an answer tells about a budget; from then on it counts in place of the numbers in <see cref="RateBudget"/>.</summary>
/// <param name="Available">What is left.</param>
/// <param name="Maximum">What is left when nothing is spent.</param>
/// <param name="RestorePerSecond">What comes back each second.</param>
public sealed record RateReport(double Available, double Maximum, double RestorePerSecond);
