namespace IntegrationHub.Identity.Blocking;

/// <summary>What keys may cost.</summary>
internal sealed record KeyBudget
{
    /// <summary>Gets the candidate pairs for each record, all keys together.</summary>
    /// <value>12.</value>
    public double PairsPerRecord { get; init; } = 12;

    /// <summary>Gets the share of likely pairs that a key must add to those before it.</summary>
    /// <value>.001.</value>
    public double ShareMin { get; init; } = .001;

    /// <summary>Gets what reaching a pair a second time is worth beside the first: a garbled part then costs one key of two.</summary>
    /// <value>.3.</value>
    public double SecondReach { get; init; } = .3;
}
