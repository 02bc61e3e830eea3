namespace IntegrationHub.Golden;

/// <summary>A field of a golden record.</summary>
/// <param name="Name">The canonical name; <c>address</c> for addresses.</param>
/// <param name="IsRepeated">Whether the field is shown as a list.</param>
/// <param name="Values">What survives, best first; empty when another record's group won and has no such value.</param>
/// <param name="Lost">What lost, best first.</param>
public sealed record GoldenField(string Name, bool IsRepeated, IReadOnlyList<GoldenValue> Values, IReadOnlyList<GoldenValue> Lost);
