using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Admin;

/// <summary>What another model does, or would do, to the customers.</summary>
/// <param name="Outcome">The counts, and the weights that differ.</param>
/// <param name="Worst">The regroupings that move most records, by customer ids.</param>
public sealed record ModelReport(EpochOutcome Outcome, IReadOnlyList<NamedRegrouping> Worst);
