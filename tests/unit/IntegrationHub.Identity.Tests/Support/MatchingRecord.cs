using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>One record of a matching set.</summary>
/// <param name="Key">Its key in the file.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="Entity">Who it is in truth.</param>
/// <param name="Fields">Its values, normalised simply.</param>
internal sealed record MatchingRecord(string Key, int SourceId, string Entity, IReadOnlyList<Field> Fields);
