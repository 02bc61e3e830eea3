namespace IntegrationHub.Identity;

/// <summary>One step of the waterfall: what a comparison added to the score.</summary>
/// <param name="Field">What was compared: <c>name.given</c>, <c>birthDate</c>, or <c>cap: address</c> for a group's limit.</param>
/// <param name="Level">The name of the agreement level, such as <c>exact</c> or <c>different</c>.</param>
/// <param name="ValueA">The first record's value as standardised; empty when it has none.</param>
/// <param name="ValueB">The second record's value as standardised; empty when it has none.</param>
/// <param name="Bits">The weight added, in bits; negative speaks against.</param>
/// <param name="Why">The reason in words.</param>
public sealed record FieldComparison(string Field, string Level, string ValueA, string ValueB, double Bits, string Why)
{
    internal const string LimitLevel = "limit";

    internal const string RivalLevel = "rival";

    /// <summary>Gets a value indicating whether it compares values, and is no limit of a group and no rival.</summary>
    internal bool IsOfValues => Level is not (LimitLevel or RivalLevel);
}
