namespace IntegrationHub.Plugins.Installing;

/// <summary>What an installation came to.</summary>
/// <param name="Plugin">The plugin as installed.</param>
/// <param name="PublisherName">The pinned publisher that signed it, or <see langword="null"/>.</param>
/// <param name="IsNew">Whether this version was not there before, sound and with the same contents.</param>
public sealed record InstallResult(InstalledPlugin Plugin, string? PublisherName, bool IsNew);
