using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>What an admin wants a source to be.</summary>
/// <param name="Name">The name: 1 to 64 lower-case letters, digits, hyphens and underscores, starting with a letter or digit.</param>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Settings">The settings, secrets in clear; they are taken out before anything is stored.</param>
public sealed record SourceRequest(string Name, string ConnectorId, JObject Settings)
{
    /// <summary>Gets how much its values are trusted, 0 to 1.</summary>
    /// <value>Defaults to 0.5.</value>
    public double Trust { get; init; } = 0.5;

    /// <summary>Gets a value indicating whether the supplier promises one record per person.</summary>
    public bool IsDeduplicated { get; init; }

    /// <summary>Gets the absolute path of the folder that relative paths in the settings start from.</summary>
    public required string BaseDirectory { get; init; }
}
