using IntegrationHub.Core.Matching;

namespace IntegrationHub.Sync.Resolving;

/// <summary>
/// When the model is learned anew by itself. A store small enough to learn from in a moment does so whenever records
/// changed, so that its customers follow from its records alone, however they came in; a large one when it has grown by
/// half or lost a third since.
/// </summary>
internal static class TrainingPolicy
{
    /// <summary>Below this many records there is too little to learn from, and the shipped model stays.</summary>
    internal const int RecordsMin = 100;

    /// <summary>Up to this many records the model is learned whenever records changed.</summary>
    internal const int AlwaysMax = 100_000;

    private const double GrowthMin = 1.5;

    /// <summary>Says whether it is time.</summary>
    /// <param name="records">How many records there are.</param>
    /// <param name="last">The version in use; <see langword="null"/> for the one that ships with the hub.</param>
    internal static bool IsDue(int records, ModelVersion? last) => records >= RecordsMin
        && (last is null || records <= AlwaysMax || records >= last.Records * GrowthMin || records * GrowthMin <= last.Records);
}
