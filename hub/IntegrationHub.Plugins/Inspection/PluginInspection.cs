using IntegrationHub.Plugins.Installing;
using IntegrationHub.Plugins.Manifests;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>What was found in a plugin's folder without running any of its code.</summary>
internal sealed class PluginInspection
{
    public required string Folder { get; init; }

    /// <summary>Gets a text that changes when a file of the plugin does.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the manifest, or <see langword="null"/> when it cannot be used.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Gets the connector classes of the entry assembly, offered or not.</summary>
    public IReadOnlyList<ConnectorClass> Classes { get; init; } = [];

    /// <summary>Gets what the lock file says of it, or <see langword="null"/> when it says nothing: then it was not installed, or put there by hand.</summary>
    public InstalledPlugin? Installed { get; init; }

    public PluginOrigin Origin { get; init; }

    /// <summary>Gets why the plugin cannot run here; empty when it can.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public string Name => Manifest?.Name ?? Path.GetFileName(Folder);

    public string Version => Manifest?.Version.ToString() ?? string.Empty;

    public string EntryPath => Path.Combine(Folder, Manifest?.Entry ?? string.Empty);

    public bool IsFit => Reasons.Count == 0;
}
