namespace IntegrationHub.Plugins.Installing;

/// <summary>Whether an installed plugin is as it was when it was installed.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="PublisherName">The pinned publisher that signed it, or <see langword="null"/>.</param>
/// <param name="Reasons">What is wrong, each with the next step; empty when it is sound.</param>
public sealed record PluginVerification(InstalledPlugin Plugin, string? PublisherName, IReadOnlyList<string> Reasons)
{
    /// <summary>Gets a value indicating whether it is sound.</summary>
    public bool IsSound => Reasons.Count == 0;
}
