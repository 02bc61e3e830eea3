namespace IntegrationHub.Identity.Training;

/// <summary>The pairs that one kind of key proposes, with the comparisons that the key itself decides left out.</summary>
/// <param name="Key">The kind of key.</param>
/// <param name="Excluded">A bit for each comparison left out.</param>
/// <param name="Vectors">Distinct vectors with counts, in the order of the vectors.</param>
internal sealed record Session(string Key, uint Excluded, IReadOnlyList<CountedVector> Vectors)
{
    /// <summary>Gets or sets the share of pairs of one customer.</summary>
    public double Match { get; set; } = .3;

    /// <summary>Gets or sets the share of pairs of one household.</summary>
    public double Household { get; set; } = .1;
}
