using IntegrationHub.Sdk;

namespace IntegrationHub.Sync.Admin;

/// <summary>What a check of a source found.</summary>
/// <param name="Result">The connector's own words.</param>
/// <param name="Streams">The streams that can be read.</param>
public sealed record SourceCheck(CheckResult Result, IReadOnlyList<StreamDescription> Streams);
