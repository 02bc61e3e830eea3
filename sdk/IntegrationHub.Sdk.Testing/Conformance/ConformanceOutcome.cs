namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>What one check found.</summary>
/// <param name="Check">The check.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Message">Of a failure: what was seen, what was expected and how to mend it. Of a check that does not apply: why.
/// Of a passed one: what was covered.</param>
public sealed record ConformanceOutcome(ConformanceCheck Check, ConformanceResult Result, string Message);
