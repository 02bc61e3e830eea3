namespace IntegrationHub.Sync.Resolving;

/// <summary>A weight that differs between two models.</summary>
/// <param name="Comparison">What is compared, as the model names it.</param>
/// <param name="Level">The level of agreement.</param>
/// <param name="Before">The weight before, in bits; <see langword="null"/> when that model lacks the level.</param>
/// <param name="After">The weight after.</param>
public sealed record WeightChange(string Comparison, string Level, double? Before, double? After);
