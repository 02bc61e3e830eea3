using IntegrationHub.Core.Records;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>Why two records are, or are not, the same customer, and what they are today.</summary>
/// <param name="RecordA">One record.</param>
/// <param name="RecordB">The other.</param>
/// <param name="AreTogether">Whether both belong to the same customer now; other records may have joined or parted them.</param>
/// <param name="Explanation">What the model says about the pair looked at alone.</param>
public sealed record RecordPairExplanation(RecordRef RecordA, RecordRef RecordB, bool AreTogether, PairExplanation Explanation);
