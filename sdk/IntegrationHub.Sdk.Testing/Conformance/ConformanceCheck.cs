namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>One rule that every connector keeps.</summary>
/// <param name="Id">A short name that does not change, for example <c>keys-unique</c>; <c>sdk/docs/testing.md</c> explains each.</param>
/// <param name="Rule">The rule as a sentence.</param>
public sealed record ConformanceCheck(string Id, string Rule)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
