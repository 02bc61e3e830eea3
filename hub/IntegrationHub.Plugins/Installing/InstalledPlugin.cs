namespace IntegrationHub.Plugins.Installing;

/// <summary>One version of a plugin as the lock file knows it.</summary>
public sealed record InstalledPlugin
{
    /// <summary>Gets the plugin's name from its manifest; letter case does not count.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets its folder, relative to that of all installed connectors, with <c>/</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the ids of the connectors that it offers.</summary>
    public required IReadOnlyList<string> Connectors { get; init; }

    /// <summary>Gets the fingerprint of the pinned key that signed it, or <see langword="null"/> when it was allowed without.</summary>
    public string? Publisher { get; init; }

    /// <summary>Gets where its code runs: <c>inprocess</c> when the admin said so, or <see langword="null"/> for the hub's choice.</summary>
    public string? Isolation { get; init; }

    /// <summary>Gets when it was installed.</summary>
    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>Gets the SHA-256 of every file, 64 hex digits, by relative path with <c>/</c>.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Gets a value indicating whether the admin said that its code may run in the hub's own process.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool RunsInProcess => Isolation == InProcess;

    internal const string InProcess = "inprocess";

    internal bool IsNamed(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
