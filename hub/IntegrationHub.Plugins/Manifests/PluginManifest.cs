using IntegrationHub.Plugins.Versions;

namespace IntegrationHub.Plugins.Manifests;

/// <summary>What a plugin's <c>connector.json</c> says, checked.</summary>
internal sealed class PluginManifest
{
    public const string FileName = "connector.json";

    public required string Name { get; init; }

    public required SemVersion Version { get; init; }

    /// <summary>Gets the range of SDK versions that the plugin runs on.</summary>
    public required VersionRange Sdk { get; init; }

    /// <summary>Gets the file name of the assembly with the connectors; no path.</summary>
    public required string Entry { get; init; }

    /// <summary>Gets the hosts that the plugin may speak to over HTTP: names, <c>*.name</c>, or <c>{setting}</c> for the host of an
    /// address in the settings. <see langword="null"/> when it does not limit itself.</summary>
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>Gets a value indicating whether the plugin asks for a process of its own, wherever it is installed.</summary>
    public bool AsksForProcess { get; init; }

    /// <summary>Gets the ids that the plugin offers. Classes of the assembly that are not named here are not offered.</summary>
    public required IReadOnlyList<string> Connectors { get; init; }
}
