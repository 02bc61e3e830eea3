using IntegrationHub.Core.Matching;

namespace IntegrationHub.Sync.Resolving;

/// <summary>Asks for another model: one to learn, one that is handed in, a stored one, or the one that ships with the hub.</summary>
public sealed record EpochRequest
{
    /// <summary>Gets who asks.</summary>
    public required string By { get; init; }

    /// <summary>Gets what learns the model; with <see langword="null"/> it is given by <see cref="Version"/>.</summary>
    public ModelTraining? Training { get; init; }

    /// <summary>Gets the model to use, a stored one or, with epoch 0, one handed in; with neither it is the shipped one.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>Gets a value indicating whether a person stands behind it.</summary>
    public required bool IsByPerson { get; init; }

    /// <summary>Gets a value indicating whether training by itself leaves the model alone from then on.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Gets a value indicating whether only to say what would change.</summary>
    public bool IsDryRun { get; init; }
}
