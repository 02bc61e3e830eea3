using IntegrationHub.Core.Records;
using IntegrationHub.Identity;

namespace IntegrationHub.Sync.Admin;

/// <summary>Why two records are not one customer, with the names of the records around them.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Worst">The pair that spoke most against it, when other records had a say.</param>
/// <param name="Rival">The records of the customer that one of the two could as well belong to, when it is ambiguous.</param>
public sealed record NamedApartReason(ApartReason Reason, (RecordRef RecordA, RecordRef RecordB)? Worst, IReadOnlyList<RecordRef> Rival);
