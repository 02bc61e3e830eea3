using IntegrationHub.Sdk.Testing.Conformance;

namespace IntegrationHub.Cli.Testing;

/// <summary>What the checks found on one connector.</summary>
/// <param name="Id">The connector's id.</param>
/// <param name="Outcomes">One outcome a check.</param>
/// <param name="Hint">What would let more checks run; <see langword="null"/> when nothing is missing.</param>
internal sealed record ConnectorReport(string Id, IReadOnlyList<ConformanceOutcome> Outcomes, string? Hint)
{
    public int CountOf(ConformanceResult result) => Outcomes.Count(o => o.Result == result);
}
