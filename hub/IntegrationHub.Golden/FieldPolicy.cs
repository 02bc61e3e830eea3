namespace IntegrationHub.Golden;

/// <summary>The rule of one field or group.</summary>
/// <param name="Rule">How the value is chosen.</param>
/// <param name="HalfLifeDays">After how many days, counted from the newest record, a value counts half; 0 for never.</param>
/// <param name="Max">The most values shown under <see cref="SurvivalRule.Union"/>.</param>
public sealed record FieldPolicy(SurvivalRule Rule, double HalfLifeDays, int Max);
