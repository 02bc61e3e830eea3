namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>What a check says when the connector did not break its rule.</summary>
internal readonly record struct Verdict(ConformanceResult Result, string Message)
{
    internal static Verdict Passed(FormattableString covered) => new(ConformanceResult.Passed, FormattableString.Invariant(covered));

    internal static Verdict NotApplicable(string reason) => new(ConformanceResult.NotApplicable, reason);
}
