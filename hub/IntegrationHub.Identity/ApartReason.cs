namespace IntegrationHub.Identity;

/// <summary>Why two records are not one customer.</summary>
/// <param name="Cause">What keeps them apart.</param>
public sealed record ApartReason(ApartCause Cause)
{
    /// <summary>Gets the comparison that cost most, when the score is too low; <see langword="null"/> when nothing speaks against
    /// the pair and the two have too little in common.</summary>
    public FieldComparison? Costliest { get; init; }

    /// <summary>Gets the walls in words.</summary>
    public IReadOnlyList<string> Walls { get; init; } = [];

    /// <summary>Gets the mean clipped score, in bits, between the two groups of records that the pair would have joined.</summary>
    public double? MeanBits { get; init; }

    /// <summary>Gets the mean, in bits, that two groups must be above to be joined.</summary>
    public double? FloorBits { get; init; }

    /// <summary>Gets the pair between the two groups that spoke most against it.</summary>
    public RecordPairScore? Worst { get; init; }

    /// <summary>Gets the records of the rival, when it is ambiguous.</summary>
    public IReadOnlyList<long> Rival { get; init; } = [];
}
