namespace IntegrationHub.Core.Matching;

/// <summary>A stored version of the match model. Versions are never changed; of those that the hub learned by itself the
/// newest twenty are kept.</summary>
public sealed record ModelVersion
{
    /// <summary>Gets the epoch: the store gives the numbers, from 1.</summary>
    public int Epoch { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required ModelOrigin Origin { get; init; }

    /// <summary>Gets when it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets who stored it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets how many records it was learned from; 0 when it was not.</summary>
    public required long Records { get; init; }

    /// <summary>Gets the model, as written by the identity engine.</summary>
    public required string Json { get; init; }

    /// <summary>Gets what is to be told about the training and the switch, as a JSON object.</summary>
    public required string Report { get; init; }
}
