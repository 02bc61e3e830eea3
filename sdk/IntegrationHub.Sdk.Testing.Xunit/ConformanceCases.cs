using IntegrationHub.Sdk.Testing.Conformance;

namespace IntegrationHub.Sdk.Testing.Xunit;

/// <summary>The checks as data of theories, one test each.</summary>
public static class ConformanceCases
{
    /// <summary>Gets the ids of the checks of pull connectors.</summary>
    public static IEnumerable<object[]> Source => ConformanceSuite.SourceChecks.Select(c => new object[] { c.Id });

    /// <summary>Gets the ids of the checks of push connectors.</summary>
    public static IEnumerable<object[]> Receiver => ConformanceSuite.ReceiverChecks.Select(c => new object[] { c.Id });
}
