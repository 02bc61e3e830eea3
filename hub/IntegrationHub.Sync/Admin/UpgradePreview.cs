using IntegrationHub.Core.Sources;

namespace IntegrationHub.Sync.Admin;

/// <summary>What going to another version of its plugin means for a source.</summary>
/// <param name="Source">The source as it is.</param>
/// <param name="From">The version in use now, or <see langword="null"/> when it cannot be told.</param>
/// <param name="To">The version to go to.</param>
/// <param name="Settings">How the settings differ.</param>
/// <param name="Streams">How the streams differ, asked of the real system in both versions.</param>
/// <param name="Problem">Why the source cannot go there as it is set, or <see langword="null"/>.</param>
public sealed record UpgradePreview(
    Source Source, string? From, string To, SchemaComparison Settings, SchemaComparison Streams, string? Problem)
{
    /// <summary>Gets a value indicating whether the source is pinned to that version already.</summary>
    public bool IsThere => Source.PluginVersion == To;
}
