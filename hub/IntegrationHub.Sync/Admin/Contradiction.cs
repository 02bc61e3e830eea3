using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>A never-decision on two records that always-decisions join. The never holds; what gives way is an always on the
/// chain, the same one whatever the order the decisions were taken in.</summary>
/// <param name="Chain">Records of which each two neighbours have an always-decision; the never is on the first and the last.</param>
public sealed record Contradiction(IReadOnlyList<RecordRef> Chain)
{
    /// <inheritdoc/>
    public override string ToString() => $"never {Chain[0]} - {Chain[^1]}, yet always {string.Join(" - ", Chain)}";
}
