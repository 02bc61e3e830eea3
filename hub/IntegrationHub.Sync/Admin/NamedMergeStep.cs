using IntegrationHub.Core.Records;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>One merge on the way to a customer.</summary>
/// <param name="Step">The merge.</param>
/// <param name="RecordA">The record of the first group that linked.</param>
/// <param name="RecordB">The record of the second group that linked.</param>
public sealed record NamedMergeStep(MergeStep Step, RecordRef RecordA, RecordRef RecordB);
