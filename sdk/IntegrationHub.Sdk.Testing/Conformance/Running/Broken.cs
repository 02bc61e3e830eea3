namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Writes down a broken rule so that its reader can mend it.</summary>
internal static class Broken
{
    /// <summary>Makes the failure of a check.</summary>
    /// <param name="seen">What the connector did.</param>
    /// <param name="expected">What it should have done.</param>
    /// <param name="remedy">What its author does about it, as a sentence.</param>
    internal static ConformanceException Rule(FormattableString seen, FormattableString expected, string remedy) =>
        new($"seen: {FormattableString.Invariant(seen)}; expected: {FormattableString.Invariant(expected)}. Mend it: {remedy}");
}
